import type { LocalDate } from "@/server/core/time";
import type { Window } from "./day-parts";
import { reaches } from "./day-parts";
import type { Clock, DayPart } from "./elements";
import { settlingWindows, USUAL_HOURS } from "./opening-windows";
import type { Calendar } from "./reading";

const NOON = 12 * 60;
const FULL_DAY = 24 * 60;
export interface ClockReading {
  minutes: number[];
  /** The said hour was taken for twelve hours later, or one of two was left out. */
  assumed: boolean;
}

/** A clock as it may be meant: as said, and twelve hours apart unless that is ruled out. */
export function readingsOf(clock: Clock): number[] {
  if (clock.exact) return [clock.minutes];
  return [clock.minutes, (clock.minutes + NOON) % FULL_DAY].sort((a, b) => a - b);
}

interface ClockFacts {
  date: LocalDate;
  calendar: Calendar;
  part?: DayPart | undefined;
  /** An end of a range may stand on the closing time; an appointment may not begin then. */
  isBound?: boolean;
}

/** Settles twelve-hour ambiguity by part of day, then by the clock, then by opening hours; several are left when nothing does. */
export function resolveClock(clock: Clock, { date, calendar, part, isBound = false }: ClockFacts): ClockReading {
  const said = readingsOf(clock);
  const inPart = part ? said.filter((minutes) => reaches(part, minutes)) : said;
  if (said.length === 1 || inPart.length === 0) return { minutes: inPart, assumed: clock.regional === true };
  if (inPart.length === 1) return { minutes: inPart, assumed: false };
  const windows = settlingWindows(date, calendar);
  const open = inPart.filter((minutes) => windows.some((window) => isInside(minutes, window, isBound)));
  const isAhead = (minutes: number) => date > calendar.today || minutes > calendar.minutesNow;
  const coming = (open.length > 0 ? open : inPart).filter(isAhead);
  const left = coming.length > 0 ? coming : open;
  const meant = left.length > 0 ? left : inPart;
  return { minutes: meant, assumed: meant.length === 1 && meant[0] !== clock.minutes % FULL_DAY };
}

/**
 * "Between seven and nine", where nobody knows the opening hours: as well before work as behind it. Earlier than half past six
 * nobody comes, and to the afternoon every hour until six belongs.
 */
function mayBeEither(pairs: readonly Window[], { hours }: Calendar): boolean {
  const [early, late] = pairs.toSorted((a, b) => a.from - b.from);
  if (hours || !early || !late || early.to - early.from !== late.to - late.from) return false;
  return early.from >= EARLIEST && early.from < USUAL_HOURS.from && late.to > USUAL_HOURS.to;
}
const EARLIEST = 6 * 60 + 30;

function isInside(minutes: number, { from, to }: Window, isBound: boolean): boolean {
  return minutes >= from && (isBound ? minutes <= to : minutes < to);
}

/**
 * Both ends of "zwischen zwei und vier": the readings in order, within opening hours first, the shortest of those. Where it is
 * open in the morning and in the evening alike there are two.
 */
export function resolveBounds(from: Clock, to: Clock, facts: ClockFacts): Window[] {
  const { date, calendar, part } = facts;
  const windows = settlingWindows(date, calendar);
  const fits = (minutes: number) =>
    (!part || reaches(part, minutes) ? 2 : 0) + (windows.some((window) => isInside(minutes, window, true)) ? 1 : 0);
  const ends = readingsOf(to).map((minutes) => (minutes === 0 ? FULL_DAY : minutes));
  const pairs = readingsOf(from).flatMap((start) => ends.map((end) => ({ from: start, to: end })));
  const ordered = pairs.filter((pair) => pair.from < pair.to);
  // "Von zwei bis zehn": of two that fit alike the one that begins while it is open.
  const score = (pair: Window) =>
    (fits(pair.from) + fits(pair.to)) * FULL_DAY - (pair.to - pair.from) + fits(pair.from) / 2;
  const [best, ...others] = ordered.sort((a, b) => score(b) - score(a));
  if (!best) return [];
  const isOpen = (pair: Window) => windows.some((open) => open.from <= pair.from && pair.to <= open.to);
  const isAhead = (pair: Window) => date > calendar.today || pair.to > calendar.minutesNow;
  const alike = others.filter((pair) => score(pair) === score(best) && [pair, best].every(isOpen) && isAhead(pair));
  const unsure =
    alike.length > 0 ? alike : others.filter((pair) => isAhead(pair) && mayBeEither([best, pair], calendar));
  return unsure.length > 0 && !isAhead(best) ? unsure : [best, ...unsure];
}
