import { type LocalDate, resolveWall } from "@/server/core/time";
import { type Window, windowOf } from "./day-parts";
import type { Clock, DayPart, TimeRef } from "./elements";
import { openWindows, settlingWindows } from "./opening-windows";
import type { Calendar, Doubt, Note } from "./reading";
import { readingsOf, resolveBounds, resolveClock } from "./resolve-clock";

export interface TimeReading {
  /** A point has `from` = `to`. */
  windows: Window[];
  wholeDay: boolean;
  notes: Note[];
  doubts: Doubt[];
}

const FULL_DAY = 24 * 60;
/** How far "gegen vier" reaches to each side, and "kurz nach vier" to one. */
const ABOUT_MINUTES = 30;

type At = Extract<TimeRef, { kind: "at" }>;
type Between = Extract<TimeRef, { kind: "between" }>;

/** The windows of one day that the said times leave, cut by that day's opening hours. */
export function resolveTimes(times: readonly TimeRef[], date: LocalDate, calendar: Calendar): TimeReading {
  const reading: TimeReading = { windows: [], wholeDay: false, notes: [], doubts: [] };
  const part = times.find((time) => time.kind === "part");
  const facts = { date, calendar, part: part?.part };
  const points = times.filter((time): time is At => time.kind === "at");
  if (points.length > 0) {
    for (const point of points) readPoint(point, facts, reading);
    // "Um zwölf hab ich Pause, die geht bis eins": a limit beside a moment is not accounted for.
    if (times.some(({ kind }) => kind === "between")) reading.doubts.push({ kind: "confirm" });
    return reading;
  }
  const said = withoutNight(times, facts).flatMap((time) => limitOf(time, facts, reading));
  const limits = times.some(({ kind }) => kind === "late") ? lateIn(said, facts, reading) : said;
  if (limits.length === 0) return { ...reading, wholeDay: times.some((time) => time.kind === "whole-day") };
  const from = Math.max(...limits.map((limit) => limit.from));
  const to = Math.min(...limits.map((limit) => limit.to));
  if (from >= to) reading.doubts.push({ kind: "odd-time" });
  else reading.windows.push(cutByHours({ from, to }, openWindows(date, calendar)));
  return reading;
}

const NIGHT_ENDS = 6 * 60;
/** "Ab zwei Uhr nachts" begins where the evening's part of the night is over. */
function withoutNight(times: readonly TimeRef[], facts: Facts): readonly TimeRef[] {
  const isEarly = (clock: Clock | undefined) =>
    clock !== undefined && resolveClock(clock, facts).minutes.some((minutes) => minutes < NIGHT_ENDS);
  const isAfterMidnight = times.some((time) => time.kind === "between" && [time.from, time.to].some(isEarly));
  return facts.part === "night" && isAfterMidnight
    ? times.filter((time) => time.kind !== "part" || time.part !== "night")
    : times;
}

/** How long before closing "möglichst spät" begins, where nothing else narrows the day. */
const LATE_MINUTES = 180;

function lateIn(limits: readonly Window[], { date, calendar }: Facts, reading: TimeReading): Window[] {
  const closes = Math.max(...settlingWindows(date, calendar).map(({ to }) => to));
  const from = Math.max(0, ...limits.map((limit) => limit.from));
  const to = Math.min(FULL_DAY, ...limits.map((limit) => limit.to));
  const late = { from: limits.length > 0 ? (from + Math.min(to, closes)) / 2 : closes - LATE_MINUTES, to };
  reading.notes.push({ kind: "window", ...late });
  return [late];
}

interface Facts {
  date: LocalDate;
  calendar: Calendar;
  part: DayPart | undefined;
}

function readPoint({ clock, about, through }: At, facts: Facts, reading: TimeReading) {
  const { minutes, assumed } = resolveClock(clock, facts);
  if (minutes.length === 0) reading.doubts.push({ kind: "odd-time" });
  if (minutes.length > 1) reading.doubts.push({ kind: "which-time", minutes });
  // "Freitag um Mitternacht": where that day begins, or where it ends.
  if (clock.exact && clock.minutes === FULL_DAY) reading.doubts.push({ kind: "confirm" });
  if (assumed && clock.literal && isSkipped(clock.minutes, facts)) reading.doubts.push({ kind: "which-time", minutes });
  for (const at of minutes) {
    const window = reaching(around(at, about), at, through);
    reading.windows.push(window);
    if (about) reading.notes.push({ kind: "window", ...window });
    else if (assumed) reading.notes.push({ kind: clock.regional ? "regional" : "clock", minutes: at });
  }
}

/** Whether the clock jumps over the hour as it was said: what is left is then worth a question. */
function isSkipped(minutes: number, { date, calendar }: Facts): boolean {
  return minutes < 240 && resolveWall(calendar.zone, date, minutes).kind === "skipped";
}

function around(at: number, about: At["about"]): Window {
  if (!about) return { from: at, to: at };
  return { from: about === "after" ? at : at - ABOUT_MINUTES, to: about === "before" ? at : at + ABOUT_MINUTES };
}

/** "Gegen zehn, halb elf" lies around both. */
function reaching(window: Window, at: number, through: Clock | undefined): Window {
  const end = through && readingsOf(through).find((minutes) => minutes > at);
  return end === undefined ? window : { from: window.from, to: window.to - at + end };
}

function limitOf(time: TimeRef, facts: Facts, reading: TimeReading): Window[] {
  if (time.kind === "part") return [windowOf(time.part, time.shade)];
  if (time.kind === "window") {
    reading.notes.push({ kind: "window", from: time.from, to: time.to });
    return [{ from: time.from, to: time.to }];
  }
  if (time.kind !== "between") return [];
  const window = limitsBetween(time, facts, reading);
  return window ? [window] : [];
}

function limitsBetween({ from, to }: Between, facts: Facts, reading: TimeReading): Window | null {
  if (from && to) {
    const windows = resolveBounds(from, to, facts);
    if (windows.length === 0) reading.doubts.push({ kind: "odd-time" });
    if (windows.length > 1) reading.doubts.push({ kind: "which-time", minutes: windows.map((window) => window.from) });
    return windows[0] ?? null;
  }
  const bound = readBound({ from, to }, facts, reading);
  if (bound === null) return null;
  return from ? { from: bound, to: FULL_DAY } : { from: 0, to: bound };
}

/** An end may stand on the closing time, a beginning not: "ab sieben" is no seven in the evening where one closes at seven. */
function readBound({ from, to }: Omit<Between, "kind">, facts: Facts, reading: TimeReading): number | null {
  const clock = from ?? to;
  if (!clock) return null;
  const { minutes, assumed } = resolveClock(clock, { ...facts, isBound: from === undefined });
  const [first] = minutes;
  if (first === undefined) reading.doubts.push({ kind: "odd-time" });
  if (minutes.length > 1) reading.doubts.push({ kind: "which-time", minutes });
  if (first !== undefined && assumed) reading.notes.push({ kind: "clock", minutes: first });
  return first ?? null;
}

/** Opening hours narrow a window; one that lies outside them stays as said, so that the answer can be "closed". */
function cutByHours(window: Window, open: readonly Window[]): Window {
  if (open.length === 0) return window;
  const from = Math.max(window.from, Math.min(...open.map((hours) => hours.from)));
  const to = Math.min(window.to, Math.max(...open.map((hours) => hours.to)));
  return from < to ? { from, to } : window;
}
