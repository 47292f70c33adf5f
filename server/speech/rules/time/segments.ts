import { bothLimits, isBetweenDaysOfMonth, isLimitFirst, portionNamed } from "./day-limits";
import { reaches } from "./day-parts";
import { type Content, type DayRef, type Element, isContent, type TimeRef } from "./elements";
import type { Marked } from "./refusals";
import { readingsOf } from "./resolve-clock";
import { type Draft, type Segment, share } from "./share-segments";

export type { Segment } from "./share-segments";

type Agree = (a: DayRef, b: DayRef) => boolean;
type Link = "plain" | "pause" | "and" | "or";

const PERIODS: ReadonlySet<DayRef["kind"]> = new Set([
  "week",
  "calendar-week",
  "each",
  "month-week",
  "week-of",
  "month",
  "weekend",
  "days-ahead",
  "span",
  "holiday",
]);

/** So many words that nobody understood part two times of one day. Between a day and its time they mean nothing. */
const FAR_WORDS = 2;

/** What stands between two contents. */
interface Gap {
  link: Link;
  words: number;
  /** Words that say more than that something suits. */
  unknown: number;
  isInstead: boolean;
  /** A conclusion or a wish begins. */
  isNewClause: boolean;
}

const noGap = (): Gap => ({ link: "plain", words: 0, unknown: 0, isInstead: false, isNewClause: false });

/** Sorts what was said into alternatives and lets neighbours share what was said once ("Dienstag oder Donnerstag um drei"). */
export function segmentsOf(items: readonly Marked[], agree: Agree): Segment[] {
  const drafts: Draft[] = [];
  let gap = noGap();
  for (const { element } of items) {
    if (!isContent(element)) {
      widen(gap, element);
      continue;
    }
    if (element.kind === "day") placeDay(drafts, element, gap, agree);
    else placeTime(drafts, element, gap);
    gap = noGap();
  }
  return share(drafts);
}

function widen(gap: Gap, element: Element) {
  if (element.kind === "or" || element.kind === "and") {
    gap.link = element.kind;
    gap.isInstead = "instead" in element && element.instead === true;
  } else if (element.kind === "hence" || element.kind === "wish") gap.isNewClause = true;
  else if (element.kind === "break" && gap.link === "plain") gap.link = "pause";
  else if (element.kind === "word") {
    gap.words += 1;
    if (!element.light) gap.unknown += 1;
  }
}

const isTied = ({ link }: Gap): boolean => link === "or" || link === "and";

/** Whether it may belong to the draft before at all. */
function mayJoin(current: Draft | undefined, element: Content, gap: Gap): current is Draft {
  if (current === undefined) return false;
  return (
    !isTied(gap) ||
    (gap.link === "and" &&
      (limitsOtherSide(current, element) || limitsDay(current, element) || limitDays(current, element)))
  );
}

function apartOf(current: Draft | undefined, element: Content, { link, unknown, isNewClause }: Gap): { apart?: true } {
  const isSecond = link === "plain" && (isSecondWeek(current, element) || isOtherKindOfDay(current, element));
  const isUnlinked = unknown > 0 || isNewClause || isSecond;
  return current !== undefined && isUnlinked && link !== "or" ? { apart: true } : {};
}

function placeDay(drafts: Draft[], element: Said<"day">, gap: Gap, agree: Agree) {
  const current = drafts.at(-1);
  // "Montag oder Dienstag, aber Dienstag erst ab zwölf": what follows is of that one only.
  const isAgain = drafts.length > 1 && JSON.stringify(current?.day) === JSON.stringify(element.ref);
  if (current && isAgain) current.isInstead = true;
  const apart = apartOf(current, element, gap);
  if (mayJoin(current, element, gap)) {
    if (gap.unknown === 0 && addDate(current, element.ref)) return;
    if (addDay(current, element.ref, agree)) return;
  }
  const tied = isTied(gap) && gap.words === 0;
  // "Ab Dienstag, aber noch diese Woche": a limit and days outside of it.
  const isOutside = gap.link !== "or" && current !== undefined && [current.day, element.ref].some(isOpenSpan);
  const gone = isOutside ? { apart: true as const } : apart;
  drafts.push({ day: element.ref, times: [], tied, timeFirst: false, isInstead: gap.isInstead, ...gone });
}

const isOpenSpan = (day: DayRef | undefined): boolean =>
  day?.kind === "span" && (day.first === undefined || day.last === undefined);

function placeTime(drafts: Draft[], element: Said<"time">, gap: Gap) {
  const current = drafts.at(-1);
  const isFar = gap.words >= FAR_WORDS && (current?.times.some((time) => !isPartOf(element.ref, time)) ?? false);
  if (mayJoin(current, element, gap) && addTime(current, element.ref)) {
    if (isFar) current.scattered = true;
    return;
  }
  // "Dienstags hab ich frei, sonst nur nach sechs": of other days, which nobody named.
  const isOfOthers = gap.isInstead && current?.day !== undefined && current.times.length === 0;
  const isScattered = isOfOthers || (!isTied(gap) && isLimitBeside(current, element.ref));
  drafts.push({
    times: [element.ref],
    tied: isTied(gap),
    timeFirst: true,
    ...apartOf(current, element, gap),
    ...(isScattered && { scattered: true as const }),
  });
}

type Said<K extends Content["kind"]> = Extract<Content, { kind: K }>;

/** "In der zweiten Wochenhälfte nächste Woche": two weeks in one breath are rarely both meant. */
function isSecondWeek(draft: Draft | undefined, element: Content): boolean {
  return draft?.day?.kind === "week" && element.kind === "day" && element.ref.kind === "week";
}

/** "Morgen Freitag", said on a Monday: another name for the same day, which it is not. */
function isOtherKindOfDay(draft: Draft | undefined, element: Content): boolean {
  const [before, next] = [draft?.day?.kind, element.kind === "day" ? element.ref.kind : undefined];
  if (!before || !next || draft?.times.length !== 0) return false;
  return before !== next && NAMED_DAYS.has(before) && NAMED_DAYS.has(next);
}

const NAMED_DAYS: ReadonlySet<DayRef["kind"]> = new Set(["weekday", "date", "offset", "months-ahead"]);

/** "Nicht vor zehn und nicht nach vier" is one span. */
function limitsOtherSide({ times }: Draft, element: Content): boolean {
  const [last, next] = [times.at(-1), element.kind === "time" ? element.ref : undefined];
  if (last?.kind !== "between" || next?.kind !== "between") return false;
  return (last.to === undefined && next.from === undefined) || (last.from === undefined && next.to === undefined);
}

/** "Nicht vor Montag und nicht nach Mittwoch". */
const limitDays = ({ day, times }: Draft, element: Content): boolean =>
  day !== undefined && times.length === 0 && element.kind === "day" && bothLimits(day, element.ref) !== null;

/** "Um eins hab ich Mittag und könnte bis zwei": a limit and a moment that nothing ties are hardly two times. */
const isLimitBeside = (draft: Draft | undefined, time: TimeRef): boolean =>
  draft?.times.some(({ kind }) => (kind === "between") !== (time.kind === "between")) ?? false;

/** "Nur am Donnerstag, und erst nach vier". */
const limitsDay = ({ day, times }: Draft, element: Content): boolean =>
  day !== undefined && times.length === 0 && element.kind === "time" && NARROWING.has(element.ref.kind);

const NARROWING: ReadonlySet<TimeRef["kind"]> = new Set(["between", "part", "window"]);

/** "Morgen Nachmittag, am besten so ab drei": the clock lies in the part that was said. */
function isPartOf(time: TimeRef, part: TimeRef): boolean {
  if (part.kind !== "part") return false;
  const clock = time.kind === "at" ? time.clock : time.kind === "between" ? (time.from ?? time.to) : undefined;
  return clock !== undefined && readingsOf(clock).some((minutes) => reaches(part.part, minutes));
}

/** "Am Freitag, so den 18. Juni": one day by its name and its number. */
function addDate(draft: Draft, day: DayRef): boolean {
  const [weekday, date] = draft.day?.kind === "date" ? [day, draft.day] : [draft.day, day];
  if (weekday?.kind !== "weekday" || weekday.sense !== "bare" || weekday.plusWeeks > 0) return false;
  if (date?.kind !== "date" || date.weekday !== undefined) return false;
  draft.day = { ...date, weekday: weekday.weekday };
  return true;
}

function addDay(draft: Draft, day: DayRef, agree: Agree): boolean {
  if (!draft.day) {
    draft.day = day;
    return true;
  }
  if (day.kind === "past" || draft.day.kind === "past") return false;
  // "Jeden Tag, am liebsten Donnerstag": that one day.
  if (draft.day.kind === "every" && day.kind === "weekday") {
    draft.day = day;
    return true;
  }
  if (WEEKS.has(draft.day.kind) && day.kind === "span" && isOfWeek(day)) {
    // "Nächste Woche ab Mittwoch" ends with that week.
    draft.day = { ...day, first: inside(day.first, draft.day), last: inside(day.last, draft.day) };
    return true;
  }
  if (draft.day.kind === "month" && isBetweenDaysOfMonth(day)) {
    draft.day = { kind: "within", day, period: draft.day };
    return true;
  }
  const joined =
    portionNamed(draft.day, day) ??
    (day.kind === "month" ? portionNamed(day, draft.day) : null) ??
    (isLimitFirst(draft.day) || agree(draft.day, day) ? bothLimits(draft.day, day) : null);
  if (joined) {
    draft.day = joined;
    return true;
  }
  const [isPeriod, wasPeriod] = [PERIODS.has(day.kind), PERIODS.has(draft.day.kind)];
  // "Der Vertrag ist vom 1.10.2024, ich komme nächste Woche": that date lies in no such week.
  const isDatedElsewhere = [draft.day, day].some(isFullDate) && !agree(draft.day, day);
  if (isPeriod !== wasPeriod && isDatedElsewhere) return false;
  if (wasPeriod && !isPeriod) draft.isNarrowed = true;
  if (wasPeriod && !isPeriod) return narrow(draft, { day, period: draft.day, timeFirst: draft.times.length > 0 });
  if (isPeriod && !wasPeriod) return narrow(draft, { day: draft.day, period: day, timeFirst: draft.timeFirst });
  if (wasPeriod && isPeriod && draft.day.kind === day.kind) return false;
  if (!agree(draft.day, day)) return false;
  draft.day = { kind: "within", day, period: draft.day };
  return true;
}

const WEEKS: ReadonlySet<DayRef["kind"]> = new Set(["week", "calendar-week", "month-week", "week-of"]);

/** "Nächste Woche Montag bis Freitag", "nächste Woche ab Mittwoch". */
const isOfWeek = ({ first, last }: Extract<DayRef, { kind: "span" }>): boolean =>
  [first, last].every((day) => day === undefined || (day.kind === "weekday" && day.sense === "bare"));
const inside = (day: DayRef | undefined, period: DayRef): DayRef => (day ? { kind: "within", day, period } : period);

const isFullDate = (day: DayRef): boolean => day.kind === "date" && day.month !== undefined;

function narrow(
  draft: Draft,
  { day, period, timeFirst }: { day: DayRef; period: DayRef; timeFirst: boolean },
): boolean {
  draft.day = { kind: "within", day, period };
  draft.period = period;
  draft.timeFirst = timeFirst;
  return true;
}

/** "Nachmittags um drei" and "ab zwei, spätestens um fünf" narrow; "um drei, um vier" are two. */
function addTime(draft: Draft, time: TimeRef): boolean {
  const isLimit = (other: TimeRef) => other.kind === "between" || other.kind === "part" || other.kind === "window";
  const clashes = draft.times.some((other) => {
    if (other.kind === "at" && time.kind === "at") return true;
    if (other.kind === "part" && time.kind === "part") return true;
    return !(isLimit(other) || isLimit(time));
  });
  if (clashes) return false;
  if (draft.day === undefined) draft.timeFirst = true;
  draft.times.push(time);
  return true;
}
