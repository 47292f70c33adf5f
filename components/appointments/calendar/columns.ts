import type { Calendar } from "@/server/appointments/calendar/schema";
import type { LocalDate } from "@/server/core/time-zone";
import type { Lasting } from "../lanes";
import { type Block, blocksOf, DayOnClock, type Wait, waitsOf } from "./blocks";

export type Person = Calendar["people"][number];
type Away = Lasting & Pick<Person["absences"][number], "kind">;
type Busy = Lasting & Pick<Person["busy"][number], "source">;

/** One person's day. */
export interface Column {
  key: string;
  date: LocalDate;
  person: Person;
  blocks: Block[];
  waits: Wait[];
  /** When they are not at work. */
  off: Lasting[];
  away: Away[];
  busy: Busy[];
}

/** A day with those who have something to do in it; without columns the house is closed. */
export interface DayGroup {
  date: LocalDate;
  holiday: string | null;
  columns: Column[];
}

export interface Grid {
  firstHour: number;
  lastHour: number;
  groups: DayGroup[];
  /** Of all groups, from left to right. */
  columns: Column[];
}

const DAY_MINUTES = 24 * 60;
/** What an empty week shows. */
const USUAL = { firstHour: 9, lastHour: 18 };

interface Shown {
  days: readonly LocalDate[];
  /** Empty: everybody. */
  staffIds: readonly string[];
}

/** Columns for the days and people that are shown, from an hour before anything begins to an hour after everything has ended. */
export function layOutGrid(calendar: Calendar, { days, staffIds }: Shown): Grid {
  const people = calendar.people.filter(({ id }) => staffIds.length === 0 || staffIds.includes(id));
  const groups = days.map((date): DayGroup => {
    const day = new DayOnClock(date, calendar.timezone);
    const all = people.map((person) => columnOf(calendar, { day, person }));
    const holiday = calendar.holidays.find((one) => one.date === date)?.name ?? null;
    // A single day or person keeps its columns, so that one can book; in a week of many the closed day steps aside.
    const isKept = days.length === 1 || people.length === 1;
    return { date, holiday, columns: isKept ? all : all.filter(isInUse) };
  });
  const columns = groups.flatMap((group) => group.columns);
  return { ...hoursOf(columns), groups, columns };
}

function columnOf(calendar: Calendar, { day, person }: { day: DayOnClock; person: Person }): Column {
  const at = { day, staffId: person.id };
  const inDay = <T extends { from: number; until: number }>(stretches: readonly T[]) =>
    stretches
      .filter(({ from, until }) => day.touches(from, until))
      .map((stretch) => ({ ...stretch, ...day.lasting(stretch.from, stretch.until) }));
  return {
    key: `${day.date} ${person.id}`,
    date: day.date,
    person,
    blocks: blocksOf(calendar, at),
    waits: waitsOf(calendar.entries, at),
    off: complementOf(inDay(person.working)),
    away: inDay(person.absences),
    busy: inDay(person.busy),
  };
}

function complementOf(working: readonly Lasting[]): Lasting[] {
  const off: Lasting[] = [];
  let last = 0;
  for (const { top, minutes } of working) {
    if (top > last) off.push({ top: last, minutes: top - last });
    last = top + minutes;
  }
  if (last < DAY_MINUTES) off.push({ top: last, minutes: DAY_MINUTES - last });
  return off;
}

const isInUse = ({ blocks, away, off }: Column) => blocks.length > 0 || away.length > 0 || worksAt(off);
const worksAt = (off: readonly Lasting[]) => off.reduce((sum, { minutes }) => sum + minutes, 0) < DAY_MINUTES;

function hoursOf(columns: readonly Column[]): Pick<Grid, "firstHour" | "lastHour"> {
  const ends = columns.flatMap(({ blocks, off }) => [
    ...blocks.map(({ top, minutes }) => ({ from: top, until: top + minutes })),
    ...(worksAt(off) ? [workingSpan(off)] : []),
  ]);
  if (ends.length === 0) return USUAL;
  const [first, last] = [Math.min(...ends.map(({ from }) => from)), Math.max(...ends.map(({ until }) => until))];
  return { firstHour: Math.max(0, Math.ceil(first / 60) - 1), lastHour: Math.min(24, Math.floor(last / 60) + 1) };
}

/** From the beginning of somebody's first shift to the end of their last. */
function workingSpan(off: readonly Lasting[]): { from: number; until: number } {
  const [first, last] = [off[0], off.at(-1)];
  return {
    from: first && first.top === 0 ? first.minutes : 0,
    until: last && last.top + last.minutes === DAY_MINUTES ? last.top : DAY_MINUTES,
  };
}
