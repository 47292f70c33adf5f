import type { AppointmentView } from "@/server/appointments/schema";

interface Writers {
  when: (at: Date) => string;
  status: (status: AppointmentView["status"]) => string;
}

export interface Difference {
  key: "status" | "time" | "staff" | "notes";
  from: string;
  to: string;
}

/** What of an appointment is another than when somebody began to change it. */
export function describeDifference(
  before: AppointmentView,
  now: AppointmentView,
  { when, status }: Writers,
): Difference[] {
  const all: Difference[] = [
    { key: "status", from: status(before.status), to: status(now.status) },
    { key: "time", from: when(before.startsAt), to: when(now.startsAt) },
    { key: "staff", from: before.staff.name, to: now.staff.name },
    { key: "notes", from: before.notes ?? "–", to: now.notes ?? "–" },
  ];
  return all.filter(({ from, to }) => from !== to);
}
