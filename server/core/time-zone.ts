/** Pure arithmetic of days and zones, without zod: pages in the browser calculate with it too. `time.ts` adds what doors need. */

/** Milliseconds since the epoch. The engine and the language layer calculate in these, never in local Date getters. */
export type EpochMs = number;
/** Calendar date `YYYY-MM-DD`, without a zone. */
export type LocalDate = string;
/** Wall time `HH:MM`, without a zone. */
export type LocalTime = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface LocalMoment {
  date: LocalDate;
  time: LocalTime;
  /** 0 = Sunday … 6 = Saturday. */
  weekday: number;
  /** Minutes since local midnight by the wall clock. */
  minutes: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

export function isZone(zone: string): boolean {
  try {
    formatterFor(zone);
    return true;
  } catch {
    return false;
  }
}

/** Since then every zone has changed its clocks on a quarter of an hour, so one answer holds for all of a quarter. */
const QUARTERS_SINCE = Date.UTC(1990, 0, 1);
const QUARTER = 15 * MINUTE;
const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, Map<number, number>>();

/** What the zone's wall clock is ahead of UTC at that instant, in milliseconds (whole seconds). */
export function zoneOffsetMs(zone: string, at: EpochMs): number {
  if (at < QUARTERS_SINCE) return readOffset(zone, at);
  const offsets = remembered.get(zone) ?? new Map<number, number>();
  remembered.set(zone, offsets);
  const quarter = Math.floor(at / QUARTER);
  let offset = offsets.get(quarter);
  if (offset === undefined) {
    offset = readOffset(zone, quarter * QUARTER);
    if (offsets.size >= MAX_REMEMBERED) offsets.clear();
    offsets.set(quarter, offset);
  }
  return offset;
}

function readOffset(zone: string, at: EpochMs): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterFor(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** Milliseconds since 1970-01-01T00:00 of a wall-clock reading, as if it were UTC. */
export function wallMs(date: LocalDate, minutes = 0): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) + minutes * MINUTE;
}

export type WallInstant =
  | { kind: "unique"; at: EpochMs }
  /** The clock jumps over this reading (March): there is no such instant; `after` is as long after the jump. */
  | { kind: "skipped"; after: EpochMs }
  /** The clock shows this reading twice (October). */
  | { kind: "repeated"; first: EpochMs; second: EpochMs };

/** The instant or instants at which the zone's clock shows this date and minute of the day (0 to 1440). */
export function resolveWall(zone: string, date: LocalDate, minutes: number): WallInstant {
  const wall = wallMs(date, minutes);
  const before = zoneOffsetMs(zone, wall - DAY);
  const after = zoneOffsetMs(zone, wall + DAY);
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  const earlyFits = zoneOffsetMs(zone, early) === wall - early;
  const lateFits = zoneOffsetMs(zone, late) === wall - late;
  if (earlyFits && lateFits && early !== late) return { kind: "repeated", first: early, second: late };
  if (earlyFits) return { kind: "unique", at: early };
  if (lateFits) return { kind: "unique", at: late };
  return { kind: "skipped", after: late };
}

/** The instant of a wall reading: the first one where the clock shows it twice; a skipped one counts on (02:30 in March is 03:30). */
export function fromWall(zone: string, date: LocalDate, minutes: number): EpochMs {
  const found = resolveWall(zone, date, minutes);
  if (found.kind === "unique") return found.at;
  return found.kind === "repeated" ? found.first : found.after;
}

export function toLocal(zone: string, at: EpochMs): LocalMoment {
  const shifted = new Date(at + zoneOffsetMs(zone, at));
  const iso = shifted.toISOString();
  return {
    date: iso.slice(0, 10),
    time: iso.slice(11, 16),
    weekday: shifted.getUTCDay(),
    minutes: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(wallMs(date) + days * DAY).toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(wallMs(date)).getUTCDay();
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((wallMs(to) - wallMs(from)) / DAY);
}

export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function timeOf(minutes: number): LocalTime {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export function hoursBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / HOUR;
}

/** `2026-12-08T14:30:00+01:00`: the instant as the zone's clock shows it, with its offset. */
export function toOffsetIso(zone: string, at: EpochMs): string {
  const offset = zoneOffsetMs(zone, at);
  const sign = offset < 0 ? "-" : "+";
  const minutes = Math.abs(Math.round(offset / MINUTE));
  const wall = new Date(at + offset).toISOString().slice(0, 19);
  return `${wall}${sign}${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
