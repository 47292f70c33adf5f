import type { Rest } from "@/server/availability/hours/rules/plans";
import type { HoursView } from "@/server/availability/hours/schema";

type Owner = Pick<HoursView, "staffId" | "branchId">;

/** Only somebody's week in one branch leaves days to what holds everywhere. */
export const restOf = ({ staffId, branchId }: Owner): Rest => (staffId && branchId ? "general" : "closed");

export const editorPath = ({ staffId, branchId }: Owner): string =>
  staffId ? `/working-hours/staff/${staffId}${branchId ? `?in=${branchId}` : ""}` : `/working-hours/branch/${branchId}`;

export const ownerKey = ({ staffId, branchId }: Owner): string => `${staffId ?? ""} ${branchId ?? ""}`;
