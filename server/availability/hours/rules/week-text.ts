import { isTwelveHours, timeOfDay, timesOfDay } from "@/server/core/time-of-day";
import type { LocalTime } from "@/server/core/time-zone";
import type { ShiftTimes } from "../../rules/weekly-hours";
import type { DayHours } from "../schema";
import type { Rest } from "./plans";
import { inOrder } from "./shifts";
import { FROM_MONDAY, type WeekWords } from "./week-words";

interface WrittenDay {
  /** 0 = Monday … 6 = Sunday. */
  at: number;
  shifts: readonly ShiftTimes[];
  /** The shifts as they are written; "" for a closed day. */
  text: string;
}

/**
 * A week in one line: "Mo–Fr 9–18, Do bis 20, Sa 9–14 Uhr", "Mon–Fri 9:00 AM–6:00 PM, Thu until 8:00 PM". Days that go without
 * saying are left out.
 */
export function weekText(days: readonly DayHours[], { words, rest }: { words: WeekWords; rest: Rest }): string {
  const written = FROM_MONDAY.flatMap((dayOfWeek, at): WrittenDay[] => {
    const day = days.find((one) => one.dayOfWeek === dayOfWeek);
    if (!day || day.mode === "general") return [];
    const shifts = day.mode === "open" ? inOrder(day.shifts) : [];
    if (shifts.length === 0 && rest === "closed") return [];
    return [{ at, shifts, text: shiftsText(shifts, words) }];
  });
  if (written.length === 0) return rest === "closed" ? words.closed : "";
  const groups = withLongerDays(groupsOf(written));
  const parts = groups.map(
    (group) =>
      `${daysText(group.days, words)} ${group.until ? `${words.until} ${clock(group.until, words)}` : group.text || words.closed}`,
  );
  const hasTimes = written.some(({ text }) => text !== "");
  return words.clock && hasTimes && !parts.at(-1)?.endsWith(words.closed)
    ? `${parts.join(", ")} ${words.clock}`
    : parts.join(", ");
}

interface Group {
  days: number[];
  text: string;
  shifts: readonly ShiftTimes[];
  /** Written as what differs from the group before: only the end. */
  until?: LocalTime;
}

function groupsOf(written: readonly WrittenDay[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { at, text, shifts } of written) {
    const group = groups.get(text) ?? { days: [], text, shifts };
    group.days.push(at);
    groups.set(text, group);
  }
  return [...groups.values()];
}

/** "Mo–Mi, Fr 9–18, Do 9–20" is "Mo–Fr 9–18, Do bis 20": days inside a run that only end at another time. */
function withLongerDays(groups: readonly Group[]): Group[] {
  const [main] = [...groups].sort((a, b) => b.days.length - a.days.length);
  if (!main || main.shifts.length === 0) return [...groups];
  const [first, last] = [main.days[0] ?? 0, main.days.at(-1) ?? 0];
  const isInside = (group: Group) =>
    group !== main && differsInEnd(group.shifts, main.shifts) && group.days.every((day) => day > first && day < last);
  const longer = groups.filter(isInside);
  const days = [...main.days, ...longer.flatMap((group) => group.days)].sort((a, b) => a - b);
  return groups
    .filter((group) => !longer.includes(group))
    .flatMap((group) =>
      group === main
        ? [{ ...main, days }, ...longer.map((one) => ({ ...one, until: one.shifts.at(-1)?.endTime ?? "" }))]
        : [group],
    );
}

function differsInEnd(a: readonly ShiftTimes[], b: readonly ShiftTimes[]): boolean {
  const end = a.at(-1)?.endTime;
  return (
    end !== undefined &&
    sameTimes(
      a,
      b.map((shift, at) => (at === b.length - 1 ? { ...shift, endTime: end } : shift)),
    )
  );
}

const sameTimes = (a: readonly ShiftTimes[], b: readonly ShiftTimes[]): boolean => timesOf(a) === timesOf(b);
const timesOf = (shifts: readonly ShiftTimes[]): string =>
  shifts
    .map(({ startTime, endTime, breakStart, breakEnd }) => [startTime, endTime, breakStart, breakEnd].join())
    .join(";");

/** "9–12 und 14–18": a day's times in their order, with their breaks. */
export const shiftsText = (shifts: readonly ShiftTimes[], words: WeekWords): string =>
  inOrder(shifts)
    .map((shift) => shiftText(shift, words))
    .join(` ${words.and} `);

function shiftText({ startTime, endTime, breakStart, breakEnd }: ShiftTimes, words: WeekWords): string {
  const rest = breakStart && breakEnd ? ` (${words.break} ${range(breakStart, breakEnd, words)})` : "";
  return `${range(startTime, endTime, words)}${rest}`;
}

const range = (from: LocalTime, until: LocalTime, words: WeekWords): string =>
  isTwelveHours(words.locale)
    ? timesOfDay({ from, until }, words.locale)
    : `${clock(from, words)}–${clock(until, words)}`;

/** `09:00` is "9", `09:30` is "9:30"; on a clock of twelve hours "9:00 AM". */
function clock(time: LocalTime, { locale }: WeekWords): string {
  if (isTwelveHours(locale)) return timeOfDay(time, locale);
  const [hours, minutes] = time.split(":");
  return minutes === "00" ? String(Number(hours)) : `${Number(hours)}:${minutes}`;
}

/** Runs of three and more are "Mo–Mi", shorter ones are named. */
function daysText(days: readonly number[], words: WeekWords): string {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => words.days[FROM_MONDAY[day ?? 0] ?? 0]?.[0] ?? "";
  return runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map(name))).join(", ");
}
