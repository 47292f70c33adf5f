import { DAY, fromWall, HOUR, toLocal } from "@/server/core/time";
import type { TimeWish, UnderstandTimeOptions, WishRange } from "../schema";
import { describeRanges } from "./describe-wish";
import { languageOf } from "./languages";
import type { DayRef } from "./time/elements";
import { excludedRanges } from "./time/exclusions";
import { inOrder } from "./time/ranges";
import { readSentence, type Sentence } from "./time/read-sentence";
import { type Calendar, confidenceOf, type Doubt, heaviestDoubt, type Note } from "./time/reading";
import type { Marked } from "./time/refusals";
import { agree } from "./time/resolve-days";
import { type Resolved, resolveSegment } from "./time/resolve-wish";
import { type Segment, segmentsOf } from "./time/segments";

/** "So früh wie möglich" without a day looks this far ahead. */
const SOON_DAYS = 14;
const LONGEST_DAY = 25 * HOUR;
const MOST_RANGES = 100;

/** The instants a caller means, in their own words. What is doubtful comes with a question, never as a certainty. */
export function understandTime(text: string, options: UnderstandTimeOptions): TimeWish {
  const { grammar, voice } = languageOf(options.language ?? "de");
  const calendar = calendarOf(options);
  const sentence = readSentence(text, grammar);
  const read = readWish(sentence, calendar);
  const doubt = heaviestDoubt(read.doubts);
  const understood =
    read.ranges.length > 0 ? describeRanges(read.ranges, { ...options, language: options.language ?? "de" }) : null;
  return {
    ranges: read.ranges,
    exclude: read.exclude,
    ...(doubt && { ask: voice.question(doubt, understood) }),
    assumptions: [...new Set(read.notes.map((note) => voice.assumption(note)))],
    confidence: confidenceOf(read.doubts, read.notes),
    ...(sentence.asap && { asap: true }),
  };
}

function calendarOf({ now, zone, hours, state }: UnderstandTimeOptions): Calendar {
  const { date, minutes } = toLocal(zone, now);
  return { now, zone, today: date, minutesNow: minutes, hours, state };
}

interface ReadWish extends Resolved {
  exclude: WishRange[];
}

function readWish({ items, asap, isLoose }: Sentence, calendar: Calendar): ReadWish {
  const wanted = resolveAll(
    items.filter((item) => !item.refused),
    calendar,
  );
  const segments = refusalsOf(items).flatMap((refused) => segmentsOf(refused, (a, b) => agree(a, b, calendar)));
  const exclude = excludedRanges(segments, { ranges: wanted.ranges, calendar });
  const kept = wanted.ranges.filter(
    (range) => !exclude.some((other) => other.from <= range.from && other.to >= range.to),
  );
  const soon = { from: calendar.now, to: calendar.now + SOON_DAYS * DAY, allDay: false };
  const ranges = kept.length === 0 && asap && wanted.doubts.length === 0 ? [soon] : kept;
  // "Egal welcher Tag, aber vormittags" needs no question for the day.
  const doubts: Doubt[] = wanted.doubts.filter(
    (doubt) => !(asap && ranges.length > 0 && doubt.kind === "no-day") && !isSettled(doubt, { exclude, calendar }),
  );
  if (ranges.length === 0 && doubts.length === 0)
    doubts.push(exclude.length > 0 ? { kind: "no-day" } : { kind: "nothing" });
  const isConfirmed = !isLoose && !isCounted(items, { ranges: wanted.ranges, exclude });
  if (!isConfirmed && ranges.length > 0) doubts.push({ kind: "confirm" });
  return { ranges: ranges.slice(0, MOST_RANGES), exclude, doubts, notes: wanted.notes };
}

/** "Jeden Montag außer dem ersten": no Monday is a first of December, so it hardly means that day. */
function isCounted(items: readonly Marked[], { ranges, exclude }: Pick<ReadWish, "ranges" | "exclude">) {
  const days = items.flatMap(({ element, refused }) => (element.kind === "day" ? [{ ref: element.ref, refused }] : []));
  const wished = days.filter(({ refused }) => !refused);
  const isRecurring = wished.length > 0 && wished.every(({ ref }) => ref.kind === "every");
  const isDayOnly = days.some(({ ref, refused }) => refused && ref.kind === "date" && ref.month === undefined);
  return (
    isRecurring && isDayOnly && !exclude.some((out) => ranges.some((one) => out.from < one.to && one.from < out.to))
  );
}

const TIES: ReadonlySet<string> = new Set(["or", "and", "break"]);

/** "Nicht am Montag und nicht vormittags" refuses two things, "nicht am Montag vormittags" one. */
function refusalsOf(items: readonly Marked[]): Marked[][] {
  const refusals: Marked[][] = [[]];
  items.forEach((item, at) => {
    const isSecond = item.element.kind === "not" && items[at - 1]?.element.kind === "and";
    if (isSecond && items[at + 1]?.element.kind === "time") refusals.push([]);
    if (item.refused || TIES.has(item.element.kind)) refusals.at(-1)?.push(item);
  });
  return refusals;
}

/** "Diesen Freitag nicht, nächsten schon": of two readings the other one was refused. */
function isSettled(doubt: Doubt, { exclude, calendar: { zone } }: { exclude: WishRange[]; calendar: Calendar }) {
  if (doubt.kind !== "which-day") return false;
  const begins = doubt.spans.map(({ first }) => fromWall(zone, first, 0));
  return begins.filter((at) => !exclude.some(({ from, to }) => from <= at && at < to)).length === 1;
}

/** "Am 14. war ich da, ich soll in drei Monaten wiederkommen": counted from now, or from then. */
const isOver = ({ doubts }: Resolved): boolean => doubts.some(({ kind }) => kind === "far-date" || kind === "past");
const isCountedFromNow = (day: DayRef | undefined): boolean =>
  day?.kind === "months-ahead" || day?.kind === "days-ahead" || (day?.kind === "offset" && day.days > 2);

const isFar = ({ kind }: Doubt): boolean => kind === "far-date";

/** "Statt Mittwoch lieber Donnerstag, und lieber nachmittags": the day as a whole is no alternative to a part of it. */
const withoutWider = (ranges: readonly WishRange[]): WishRange[] =>
  ranges.filter(
    ({ from, to, allDay }) =>
      !(
        allDay &&
        to - from <= LONGEST_DAY &&
        ranges.some((part) => !part.allDay && from <= part.from && part.to <= to)
      ),
  );

/** "Montag oder Dienstag", said on a Tuesday: the one that comes after that Monday. */
function inTheirOrder(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, at) => {
    const isBehindOther = segments
      .slice(0, at)
      .some(({ day }) => isBareWeekday(day) && isBareWeekday(segment.day) && day.weekday !== segment.day.weekday);
    return isBehindOther && isBareWeekday(segment.day)
      ? { ...segment, day: { ...segment.day, sense: "coming" } }
      : segment;
  });
}

const isBareWeekday = (day: DayRef | undefined): day is Extract<DayRef, { kind: "weekday" }> =>
  day?.kind === "weekday" && day.sense === "bare" && day.plusWeeks === 0;

/**
 * "Am achten oder fünfzehnten", said on the tenth, "am fünfzehnten oder neunundzwanzigsten", said in February: days of one month,
 * of which one would be the next month's. "Am zwanzigsten oder fünften" goes into the next one by itself.
 */
function areOfSeveralMonths(segments: readonly Segment[], resolved: readonly Resolved[], { zone }: Calendar): boolean {
  return segments.some(({ day }, at) => {
    const next = segments[at + 1]?.day;
    const [one, other] = [resolved[at]?.ranges[0], resolved[at + 1]?.ranges[0]];
    if (!isDayOfSomeMonth(day) || !isDayOfSomeMonth(next) || !one || !other) return false;
    const [month, another] = [one, other].map(({ from }) => toLocal(zone, from).date.slice(0, 7));
    return month !== another && !(day.day > next.day && one.from < other.from);
  });
}

const isDayOfSomeMonth = (day: DayRef | undefined): day is Extract<DayRef, { kind: "date" }> =>
  day?.kind === "date" && day.month === undefined;

function resolveAll(items: readonly Marked[], calendar: Calendar): Resolved {
  const segments = inTheirOrder(segmentsOf(items, (a, b) => agree(a, b, calendar)));
  const resolved = segments.map((segment) => resolveSegment(segment, calendar));
  const coming = resolved.filter(({ ranges, doubts }) => ranges.length > 0 && !doubts.some(isFar));
  // "Die Kündigung kam am 20. November": a date just gone by is a story where another day was named.
  const meant = coming.length > 0 ? resolved.filter(({ doubts }) => !doubts.some(isFar)) : resolved;
  const ranges = inOrder(withoutWider(meant.flatMap((part) => part.ranges)));
  const notes: Note[] = meant.flatMap((part) => part.notes);
  const doubts = meant.flatMap((part) => part.doubts);
  if (meant.filter((part) => part.ranges.length > 0).length > 1 && segments.some(({ apart }) => apart))
    doubts.push({ kind: "confirm" });
  if (areOfSeveralMonths(segments, resolved, calendar)) doubts.push({ kind: "confirm" });
  if (resolved.some(isOver) && segments.some(({ day }) => isCountedFromNow(day))) doubts.push({ kind: "confirm" });
  // "Ich war letzte Woche da und möchte Dienstag": the past is only a doubt when nothing else was said.
  return { ranges, notes, doubts: ranges.length > 0 ? doubts.filter(({ kind }) => kind !== "past") : doubts };
}
