import type { SlotOrigin } from "@/server/availability/chains/schema";
import { addDays, fromWall, timeOf } from "@/server/core/time-zone";
import type { Lasting } from "../lanes";
import type { Column } from "./columns";

interface Clicked {
  column: Column;
  /** Of the day. */
  minutes: number;
  holiday: string | null;
  zone: string;
}

const nothingMore = { exceptionKind: null, until: null, hours: null };

/** Why the person of a column cannot be booked at a minute of its day, as far as the calendar itself knows; empty when they can. */
export function closuresAt({ column, minutes, holiday, zone }: Clicked): SlotOrigin[] {
  const { person, date } = column;
  const isAt = ({ top, minutes: length }: Lasting) => minutes >= top && minutes < top + length;
  const endOf = ({ top, minutes: length }: Lasting) =>
    new Date(top + length >= DAY_MINUTES ? fromWall(zone, addDays(date, 1), 0) : fromWall(zone, date, top + length));
  const theirs = { ...nothingMore, kind: "staff", id: person.id, name: person.name } as const;
  const away = column.away.find(isAt);
  if (away) return [{ ...theirs, rule: "absence", exceptionKind: away.kind, until: endOf(away) }];
  const isOff = column.off.some(isAt);
  if (isOff && holiday) return [{ ...nothingMore, kind: "holiday", id: null, name: holiday, rule: "holiday" }];
  if (isOff) return [{ ...theirs, rule: "hours", hours: workedHours(column.off) }];
  const busy = column.busy.find(isAt);
  return busy ? [{ ...theirs, rule: "taken", until: endOf(busy) }] : [];
}

const DAY_MINUTES = 24 * 60;

/** What lies between the times off. */
function workedHours(off: readonly Lasting[]) {
  return [...off, { top: DAY_MINUTES, minutes: 0 }].flatMap(({ top }, nr) => {
    const before = off[nr - 1];
    const start = before ? before.top + before.minutes : 0;
    return top > start ? [{ start: timeOf(start), end: timeOf(top) }] : [];
  });
}
