import type { AppointmentView } from "@/server/appointments/schema";
import type { CallView } from "@/server/calls/schema";
import type { NoteView } from "@/server/customers/notes/schema";

export type TimelineEntry =
  | { kind: "appointment"; id: string; at: Date; appointment: AppointmentView }
  | { kind: "call"; id: string; at: Date; call: CallView }
  | { kind: "note"; id: string; at: Date; note: NoteView };

export interface Timeline {
  /** Still to come, the next one first. */
  upcoming: TimelineEntry[];
  /** The latest first. */
  past: TimelineEntry[];
}

interface Source {
  appointments: readonly AppointmentView[];
  calls: readonly CallView[];
  notes: readonly NoteView[];
}

/** One course of events out of appointments, calls and notes. */
export function weaveTimeline({ appointments, calls, notes }: Source, now: number): Timeline {
  const entries: TimelineEntry[] = [
    ...appointments.map((appointment) => ({
      kind: "appointment" as const,
      id: appointment.id,
      at: appointment.startsAt,
      appointment,
    })),
    ...calls.map((call) => ({ kind: "call" as const, id: call.id, at: call.startedAt, call })),
    ...notes.map((note) => ({ kind: "note" as const, id: note.id, at: note.createdAt, note })),
  ];
  const byTime = entries.sort((a, b) => b.at.getTime() - a.at.getTime());
  return {
    upcoming: byTime.filter(({ at }) => at.getTime() > now).reverse(),
    past: byTime.filter(({ at }) => at.getTime() <= now),
  };
}
