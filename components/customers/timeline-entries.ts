import type { ModificationView } from "@/server/appointments/modifications/schema";
import type { AppointmentView } from "@/server/appointments/schema";
import type { CallView } from "@/server/calls/schema";
import type { NoteView } from "@/server/customers/notes/schema";
import type { NotificationView } from "@/server/notifications/schema";
import { lastMoment } from "../notifications/message-words";

export const KINDS = ["appointment", "call", "message", "change", "note"] as const;
export type TimelineKind = (typeof KINDS)[number];

export type TimelineEntry =
  | { kind: "appointment"; id: string; at: Date; appointment: AppointmentView }
  | { kind: "call"; id: string; at: Date; call: CallView }
  | { kind: "message"; id: string; at: Date; message: NotificationView }
  | { kind: "change"; id: string; at: Date; change: ModificationView }
  | { kind: "note"; id: string; at: Date; note: NoteView };

export interface Timeline {
  /** Still to come, the next one first. */
  upcoming: TimelineEntry[];
  /** The latest first. */
  past: TimelineEntry[];
  /** Before when the older ones begin; null when there are none. */
  olderThan: Date | null;
}

/** The latest of a list, and whether it goes on. */
interface Part<Row> {
  items: Row[];
  nextCursor: string | null;
}

export interface TimelineSource {
  appointments?: Part<AppointmentView>;
  calls?: Part<CallView>;
  messages?: Part<NotificationView>;
  changes?: Part<ModificationView>;
  notes?: Part<NoteView>;
}

interface Window {
  now: number;
  /** Only what was before; everything without it. */
  before?: Date | null;
  /** How many of the past at once. */
  limit?: number;
}

/** One course of events out of all that was with a customer, as far back as every one of its lists reaches. */
export function weaveTimeline(source: TimelineSource, { now, before = null, limit = 30 }: Window): Timeline {
  const { entries, reachesTo } = gather(source);
  const known = entries.filter(({ at }) => at.getTime() >= reachesTo && (!before || at < before));
  const byTime = known.sort((a, b) => b.at.getTime() - a.at.getTime());
  const past = byTime.filter(({ at }) => at.getTime() <= now);
  const last = past[limit - 1];
  // What happened in the same moment stays together: the next page begins before it.
  const shown = last ? past.filter(({ at }) => at >= last.at) : past;
  const goesOn = shown.length < past.length || reachesTo > Number.NEGATIVE_INFINITY;
  return {
    upcoming: before ? [] : byTime.filter(({ at }) => at.getTime() > now).reverse(),
    past: shown,
    olderThan: goesOn ? (shown.at(-1)?.at ?? new Date(reachesTo)) : null,
  };
}

function gather({ appointments, calls, messages, changes, notes }: TimelineSource) {
  const parts = [
    part(appointments, (row) => ({ kind: "appointment", id: row.id, at: row.startsAt, appointment: row })),
    part(calls, (row) => ({ kind: "call", id: row.id, at: row.startedAt, call: row })),
    part(
      messages,
      (row) => ({ kind: "message", id: row.id, at: lastMoment(row), message: row }),
      (row) => row.createdAt,
    ),
    part(changes, (row) => ({ kind: "change", id: row.id, at: row.occurredAt, change: row })),
    part(notes, (row) => ({ kind: "note", id: row.id, at: row.createdAt, note: row })),
  ];
  return {
    entries: parts.flatMap(({ entries }) => entries),
    reachesTo: Math.max(...parts.map(({ reachesTo }) => reachesTo)),
  };
}

/** A list's entries, and since when they are all of them. */
function part<Row>(rows: Part<Row> | undefined, toEntry: (row: Row) => TimelineEntry, listedAt?: (row: Row) => Date) {
  const entries = rows?.items.map(toEntry) ?? [];
  const last = rows?.nextCursor ? rows.items.at(-1) : undefined;
  const reached = last && (listedAt?.(last) ?? toEntry(last).at);
  return { entries, reachesTo: reached?.getTime() ?? Number.NEGATIVE_INFINITY };
}
