import type { AppointmentView } from "@/server/appointments/schema";
import type { CallView } from "@/server/calls/schema";

export type TimelineEntry =
  | { kind: "appointment"; id: string; at: Date; appointment: AppointmentView }
  | { kind: "call"; id: string; at: Date; call: CallView };

export interface Timeline {
  /** Still to come, the next one first. */
  upcoming: TimelineEntry[];
  /** The latest first. */
  past: TimelineEntry[];
}

interface Source {
  appointments: readonly AppointmentView[];
  calls: readonly CallView[];
}

/** One course of events out of appointments and calls. */
export function weaveTimeline({ appointments, calls }: Source, now: number): Timeline {
  const entries: TimelineEntry[] = [
    ...appointments.map((appointment) => ({
      kind: "appointment" as const,
      id: appointment.id,
      at: appointment.startsAt,
      appointment,
    })),
    ...calls.map((call) => ({ kind: "call" as const, id: call.id, at: call.startedAt, call })),
  ];
  const byTime = entries.sort((a, b) => b.at.getTime() - a.at.getTime());
  return {
    upcoming: byTime.filter(({ at }) => at.getTime() > now).reverse(),
    past: byTime.filter(({ at }) => at.getTime() <= now),
  };
}
