import { type HoursOwner, type HoursRow, versionOf } from "./repository";
import { plansOf, type Rest } from "./rules/plans";
import type { HoursView } from "./schema";

/** Somebody's week in one branch leaves open what it does not say. */
export const restOf = ({ staffId, branchId }: HoursOwner): Rest => (staffId && branchId ? "general" : "closed");

export function toHoursView(
  { name, timezone, ...owner }: HoursOwner & { name: string; timezone: string },
  rows: readonly HoursRow[],
): HoursView {
  const ownerType = owner.staffId ? "staff" : "branch";
  return { ownerType, ...owner, name, timezone, plans: plansOf(rows, restOf(owner)), version: versionOf(rows) };
}
