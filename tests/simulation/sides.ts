import { platformClient } from "@/server/core/db";
import type { CalcomBooking } from "@/server/sandbox/calcom/state";
import type { World } from "./world";

/** A stretch of an appointment that stands over there by itself. */
export interface Part {
  serviceId: string;
  staffId: string;
  startsAt: Date;
  endsAt: Date;
}

/** The appointments of a company with what is known of their bookings, each with the parts that it has over there. */
export async function rowsOf({ company: { companyId } }: World) {
  const rows = await platformClient().appointment.findMany({
    where: { companyId },
    include: {
      calcomEventMaps: { orderBy: { segmentPosition: "asc" } },
      appointmentSegments: { where: { occupiesStaff: true }, orderBy: { position: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ appointmentSegments, ...row }) => {
    const parts = appointmentSegments.map(({ startsAt, endsAt, staffId, serviceId }): Part => {
      return { startsAt, endsAt, staffId: staffId ?? row.staffId, serviceId: serviceId ?? row.serviceId };
    });
    return { ...row, parts: parts.length > 0 ? parts : [row] };
  });
}
export type Row = Awaited<ReturnType<typeof rowsOf>>[number];

export const isStanding = ({ status }: Pick<CalcomBooking, "status">): boolean =>
  status === "accepted" || status === "pending";
export const isOpen = ({ status }: Pick<Row, "status">): boolean => status === "pending" || status === "confirmed";

/** It is shown to a person as something to look at, or somebody decided to leave it. */
export const isShown = ({ calcomSyncStatus, calcomEventMaps }: Pick<Row, "calcomSyncStatus" | "calcomEventMaps">) =>
  calcomSyncStatus === "failed" || calcomEventMaps.some(({ driftStatus }) => driftStatus !== "synced");
