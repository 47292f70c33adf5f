import type { Calendar, CalendarEntry } from "@/server/appointments/calendar/schema";
import { addDays, fromWall, type LocalDate, toLocal } from "@/server/core/time-zone";
import { inLanes, type Lane, type Lasting } from "../lanes";

export type Session = Calendar["sessions"][number];
type Part = CalendarEntry["parts"][number];

/** A stretch that somebody works on something: an appointment, one of its parts, or a class. */
export interface Block extends Lasting, Lane {
  key: string;
  staffId: string;
  startsAt: number;
  entry?: CalendarEntry;
  session?: Session;
  /** Of several: which one it is, by what it is called. */
  part?: { name: string; nr: number; count: number };
}

/** While the customer waits, the person is free for others. */
export interface Wait extends Lasting {
  key: string;
  name: string;
}

type Placed = Omit<Block, keyof Lane | keyof Lasting> & { endsAt: number };

/** The stretches of an appointment in which somebody works on it; what one person does without a pause is one of them. */
export function stretchesOf(entry: CalendarEntry): Placed[] {
  const worked = joinNeighbours(entry.parts.filter((part) => part.occupiesStaff && part.staffId));
  if (worked.length === 0) return [{ ...entryPlace(entry), key: entry.id, entry }];
  return worked.map(({ name, startsAt, endsAt, staffId }, nr) => ({
    ...{ key: `${entry.id}-${nr}`, staffId: staffId ?? entry.staffId, startsAt, endsAt, entry },
    ...(worked.length > 1 || entry.parts.length > 1 ? { part: { name, nr: nr + 1, count: worked.length } } : {}),
  }));
}

const entryPlace = ({ staffId, startsAt, endsAt }: CalendarEntry) => ({ staffId, startsAt, endsAt });

function joinNeighbours(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && last.staffId === part.staffId && last.endsAt === part.startsAt) {
      joined[joined.length - 1] = { ...last, name: `${last.name} + ${part.name}`, endsAt: part.endsAt };
    } else joined.push(part);
  }
  return joined;
}

/** A day on the zone's clock, and what of a stretch lies in it; minutes count from its midnight as the clock shows them. */
export class DayOnClock {
  readonly from: number;
  readonly until: number;

  constructor(
    readonly date: LocalDate,
    readonly zone: string,
  ) {
    this.from = fromWall(zone, date, 0);
    this.until = fromWall(zone, addDays(date, 1), 0);
  }

  touches(from: number, until: number): boolean {
    return from < this.until && until > this.from;
  }

  lasting(from: number, until: number): Lasting {
    const top = this.#minutesAt(Math.max(from, this.from));
    return { top, minutes: this.#minutesAt(Math.min(until, this.until)) - top };
  }

  #minutesAt(at: number): number {
    return at >= this.until ? 24 * 60 : toLocal(this.zone, at).minutes;
  }
}

interface ColumnOf {
  day: DayOnClock;
  staffId: string;
}

export function blocksOf(
  { entries, sessions }: Pick<Calendar, "entries" | "sessions">,
  { day, staffId }: ColumnOf,
): Block[] {
  const placed: Placed[] = [
    ...entries.flatMap(stretchesOf),
    ...sessions.map((session) => ({ ...session, key: session.id, session })),
  ];
  const here = placed.filter((one) => one.staffId === staffId && day.touches(one.startsAt, one.endsAt));
  return inLanes(here.map(({ endsAt, ...one }) => ({ ...one, ...day.lasting(one.startsAt, endsAt) })));
}

/** Shown with whoever works on the appointment before the wait. */
export function waitsOf(entries: readonly CalendarEntry[], { day, staffId }: ColumnOf): Wait[] {
  return entries.flatMap(({ id, parts, ...entry }) =>
    parts.flatMap((part, nr) => {
      const before = parts.slice(0, nr).findLast((one) => one.occupiesStaff);
      const isTheirs = (before?.staffId ?? entry.staffId) === staffId;
      if (part.occupiesStaff || !isTheirs || !day.touches(part.startsAt, part.endsAt)) return [];
      return [{ key: `${id}-wait-${nr}`, name: part.name, ...day.lasting(part.startsAt, part.endsAt) }];
    }),
  );
}
