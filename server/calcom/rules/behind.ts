import type { AppointmentView } from "@/server/appointments/schema";

const OPEN = ["pending", "confirmed"];

/** Whether writing it to Cal.com once more could change anything: it failed, waits, or was never there. */
export function isBehind(
  { calcomSyncStatus, startsAt, status }: Pick<AppointmentView, "calcomSyncStatus" | "startsAt" | "status">,
  now: Date,
): boolean {
  if (calcomSyncStatus === "failed" || calcomSyncStatus === "pending") return true;
  return calcomSyncStatus === "not_linked" && startsAt > now && OPEN.includes(status);
}
