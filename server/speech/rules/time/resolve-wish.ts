import { addDays, type EpochMs, fromWall, type LocalDate, MINUTE, resolveWall } from "@/server/core/time";
import type { WishRange } from "../../schema";
import { daysOf } from "./dates";
import type { Window } from "./day-parts";
import type { DayRef, TimeRef } from "./elements";
import { openWindows } from "./opening-windows";
import type { Calendar, DaySpan, Doubt, Note } from "./reading";
import { resolveDays } from "./resolve-days";
import { resolveTimes } from "./resolve-times";
import type { Segment } from "./segments";

export interface Resolved {
  ranges: WishRange[];
  doubts: Doubt[];
  notes: Note[];
}

/** A part of the day without a day is looked for this far ahead. */
const DAYLESS_DAYS = 7;

/** The instants that one alternative can mean. */
export function resolveSegment(segment: Segment, calendar: Calendar): Resolved {
  const resolved = resolveDaysAndTimes(segment, calendar);
  return segment.scattered ? { ...resolved, doubts: [...resolved.doubts, { kind: "confirm" }] } : resolved;
}

function resolveDaysAndTimes({ day, times }: Segment, calendar: Calendar): Resolved {
  const relative = times.map((time) => instantOf(time, calendar)).filter((at) => at !== null);
  if (relative.length > 0) return resolveInstants(relative, calendar);
  if (!day) return resolveDayless(times, calendar);
  if (day.kind === "span" && (day.fromTime || day.toTime)) return resolveEdged({ day, times }, calendar);
  const { spans, notes, doubt } = resolveDays(day, calendar);
  const resolved: Resolved = { ranges: [], doubts: doubt ? [doubt] : [], notes: [...notes] };
  for (const span of spans) addSpan(resolved, { span, times, calendar });
  // "Ab Mittwoch um zehn" may mean that moment on, or ten o'clock on each of those days.
  const isOpenEnded = day.kind === "span" && (!day.first || !day.last);
  if (isOpenEnded && times.some((time) => time.kind === "at" || isOpenLimit(time)))
    resolved.doubts.push({ kind: "confirm" });
  // "Den zweiten bitte" may choose one of the offers just heard.
  if (day.kind === "date" && day.choice && times.length === 0) resolved.doubts.push({ kind: "confirm" });
  // "Montag um halb neun", said on a Monday at nine: only the next one is left.
  if (
    doubt?.kind === "which-day" &&
    times.length > 0 &&
    spans.length > 1 &&
    spans.filter((span) => isMet(span, resolved.ranges, calendar)).length === 1
  )
    resolved.doubts = resolved.doubts.filter((other) => other !== doubt);
  if (resolved.ranges.length === 0 && resolved.doubts.length === 0) resolved.doubts.push({ kind: "past" });
  return resolved;
}

/** One stretch from or to a moment of a day. */
function resolveEdged({ day, times }: { day: EdgedSpan; times: TimeRef[] }, calendar: Calendar): Resolved {
  const { spans, notes: said, doubt } = resolveDays(day, calendar);
  const notes = [...said];
  const doubts: Doubt[] = [...(doubt ? [doubt] : []), ...(times.length > 0 ? [{ kind: "confirm" } as const] : [])];
  const [span] = spans;
  if (!span) return { ranges: [], doubts, notes };
  const range = { ...allDay(span, calendar) };
  for (const side of ["from", "to"] as const) {
    const clock = side === "from" ? day.fromTime : day.toTime;
    if (!clock) continue;
    const date = side === "from" ? span.first : span.last;
    const limit = resolveTimes([{ kind: "between", [side]: clock }], date, { ...calendar, hours: undefined });
    const [window] = limit.windows;
    if (window) Object.assign(range, { allDay: false, [side]: fromWall(calendar.zone, date, window[side]) });
    doubts.push(...limit.doubts);
    notes.push(...limit.notes);
  }
  const isOver = range.to <= calendar.now;
  return { ranges: isOver ? [] : [range], doubts: [...doubts, ...(isOver ? [{ kind: "past" } as const] : [])], notes };
}
type EdgedSpan = Extract<DayRef, { kind: "span" }>;

/** "Frühestens am Donnerstag nach zwei": from that moment, or on each of those days. */
const isOpenLimit = (time: TimeRef): boolean => time.kind === "between" && !time.each && (!time.from || !time.to);

const isMet = ({ first, last }: DaySpan, ranges: readonly WishRange[], { zone }: Calendar): boolean =>
  ranges.some(({ from }) => from >= fromWall(zone, first, 0) && from < fromWall(zone, addDays(last, 1), 0));

function instantOf(time: TimeRef, { now }: Calendar): EpochMs | null {
  if (time.kind === "instant") return time.at;
  return time.kind === "in" ? Math.ceil(now / MINUTE) * MINUTE + time.minutes * MINUTE : null;
}

function resolveInstants(instants: EpochMs[], { now }: Calendar): Resolved {
  const coming = instants.filter((at) => at >= now);
  const ranges = coming.map((at) => ({ from: at, to: at, allDay: false }));
  return { ranges, doubts: coming.length < instants.length ? [{ kind: "past" }] : [], notes: [] };
}

interface SpanFacts {
  span: DaySpan;
  times: TimeRef[];
  calendar: Calendar;
}

function addSpan(resolved: Resolved, { span, times, calendar }: SpanFacts) {
  if (times.length === 0 || times.every((time) => time.kind === "whole-day")) {
    resolved.ranges.push(allDay(span, calendar));
    return;
  }
  const days = daysOf(span);
  // "Die im Dezember, um elf": a moment of so many days leaves the day open.
  if (days.length > 7 && times.some(({ kind }) => kind === "at")) addNew(resolved.doubts, [{ kind: "confirm" }]);
  const open = days.filter((date) => days.length === 1 || !calendar.hours || openWindows(date, calendar).length > 0);
  for (const date of open.length > 0 ? open : days) addDate(resolved, { date, times, calendar });
}

interface DateFacts {
  date: LocalDate;
  times: TimeRef[];
  calendar: Calendar;
}

function addDate(resolved: Resolved, { date, times, calendar }: DateFacts) {
  const { windows, notes, doubts } = resolveTimes(times, date, calendar);
  addNew(resolved.notes, notes);
  addNew(resolved.doubts, doubts);
  for (const window of windows) {
    const range = rangeOf(date, window, calendar);
    if (range === null) addNew(resolved.doubts, [{ kind: "no-such-time", minutes: window.from }]);
    // When the clock is put back the hour passes twice.
    else if (range.from === range.to && isTwice(calendar.zone, date, window.from)) {
      resolved.ranges.push(range);
      addNew(resolved.doubts, [{ kind: "confirm" }]);
    } else if (range.from === range.to ? range.to >= calendar.now : range.to > calendar.now)
      resolved.ranges.push(range);
  }
}

const isTwice = (zone: string, date: LocalDate, minutes: number): boolean =>
  !["unique", "skipped"].includes(resolveWall(zone, date, minutes).kind);

/** The same assumption for each day of a week is said once. */
function addNew<T extends { kind: string }>(into: T[], items: readonly T[]) {
  for (const item of items) {
    if (!into.some((known) => JSON.stringify(known) === JSON.stringify(item))) into.push(item);
  }
}

function rangeOf(date: LocalDate, { from, to }: Window, { zone }: Calendar): WishRange | null {
  if (from !== to) {
    const range = { from: fromWall(zone, date, from), to: fromWall(zone, date, to), allDay: false };
    // "Gegen halb drei" of the night in which that hour is left out.
    return range.from < range.to ? range : null;
  }
  const start = resolveWall(zone, date, from);
  if (start.kind === "skipped") return null;
  const at = start.kind === "unique" ? start.at : start.first;
  return { from: at, to: at, allDay: false };
}

function allDay({ first, last }: DaySpan, { zone }: Calendar): WishRange {
  return { from: fromWall(zone, first, 0), to: fromWall(zone, addDays(last, 1), 0), allDay: true };
}

/** Without a day: a clock time is taken for the next time the clock shows it, a part of the day for the coming week. */
function resolveDayless(times: TimeRef[], calendar: Calendar): Resolved {
  if (times.every((time) => time.kind === "whole-day")) return { ranges: [], doubts: [{ kind: "no-day" }], notes: [] };
  const isPoint = times.some((time) => time.kind === "at");
  const resolved: Resolved = { ranges: [], doubts: [{ kind: "no-day" }], notes: [] };
  for (let days = 0; days < DAYLESS_DAYS && !(isPoint && resolved.ranges.length > 0); days++) {
    addSpan(resolved, { span: spanOn(addDays(calendar.today, days)), times, calendar });
  }
  return resolved;
}

const spanOn = (date: LocalDate): DaySpan => ({ first: date, last: date });
