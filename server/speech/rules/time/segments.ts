import { reaches } from "./day-parts";
import { type Content, type DayRef, isContent, type TimeRef } from "./elements";
import type { Marked } from "./refusals";
import { readingsOf } from "./resolve-clock";

/** One alternative: these days at these times (several times narrow each other). */
export interface Segment {
  day?: DayRef;
  times: TimeRef[];
  /** Words that nobody understood part it from the one before, and nothing ties the two: one of them may be a story. */
  apart?: true;
  /** Two of its times are as many words apart: "nach der Arbeit geht, ich hab um fünf Schluss" may say one time or two. */
  scattered?: true;
}

interface Draft extends Segment {
  /** "or" or "and" ties it to the segment before, a mere pause does not. */
  tied: boolean;
  timeFirst: boolean;
  /** "Samstag, sonst Montag ab zwei": its times are its own. */
  isInstead?: boolean;
  /** The period that a day was narrowed by: it may hold for the neighbours as well. */
  period?: DayRef;
}

type Agree = (a: DayRef, b: DayRef) => boolean;
type Link = "plain" | "pause" | "and" | "or";

const PERIODS: ReadonlySet<DayRef["kind"]> = new Set([
  "week",
  "calendar-week",
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

/** Sorts what was said into alternatives and lets neighbours share what was said once ("Dienstag oder Donnerstag um drei"). */
export function segmentsOf(items: readonly Marked[], agree: Agree): Segment[] {
  const drafts: Draft[] = [];
  let link: Link = "plain";
  let words = 0;
  let unknown = 0;
  let isInstead = false;
  let isHence = false;
  for (const { element } of items) {
    if (!isContent(element)) {
      if (element.kind === "or" || element.kind === "and") {
        link = element.kind;
        isInstead = element.instead === true;
      } else if (element.kind === "hence" || element.kind === "wish") isHence ||= drafts.length > 0;
      else if (element.kind === "break" && link === "plain") link = "pause";
      else if (element.kind === "word") {
        words += 1;
        if (!element.light) unknown += 1;
      }
      continue;
    }
    const current = drafts.at(-1);
    const isTied = link === "or" || link === "and";
    const joins =
      current !== undefined &&
      (!isTied || (link === "and" && (limitsOtherSide(current, element) || limitsDay(current, element))));
    const isUnlinked =
      unknown > 0 ||
      isHence ||
      (link === "plain" && (isSecondWeek(current, element) || isOtherKindOfDay(current, element)));
    const apart = drafts.length > 0 && isUnlinked && link !== "or" && { apart: true as const };
    if (element.kind === "day") {
      // "Montag oder Dienstag, aber Dienstag erst ab zwölf": what follows is of that one only.
      const isAgain = drafts.length > 1 && JSON.stringify(current?.day) === JSON.stringify(element.ref);
      if (current && isAgain) current.isInstead = true;
      const isSame = joins && unknown === 0 && addDate(current, element.ref);
      if (!isSame && (!joins || !addDay(current, element.ref, agree))) {
        drafts.push({
          day: element.ref,
          times: [],
          tied: isTied && words === 0,
          timeFirst: false,
          isInstead,
          ...apart,
        });
      }
    } else {
      const isFarFromOthers =
        words >= FAR_WORDS && (current?.times.some((time) => !isPartOf(element.ref, time)) ?? false);
      if (!joins || !addTime(current, element.ref))
        drafts.push({
          times: [element.ref],
          tied: isTied,
          timeFirst: true,
          ...apart,
          ...(!isTied && isLimitBeside(current, element.ref) && { scattered: true as const }),
        });
      else if (isFarFromOthers) current.scattered = true;
    }
    link = "plain";
    words = 0;
    unknown = 0;
    isInstead = false;
    isHence = false;
  }
  return share(drafts);
}

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

const NAMED_DAYS: ReadonlySet<DayRef["kind"]> = new Set(["weekday", "date", "offset"]);

/** "Nicht vor zehn und nicht nach vier" is one span. */
function limitsOtherSide({ times }: Draft, element: Content): boolean {
  const [last, next] = [times.at(-1), element.kind === "time" ? element.ref : undefined];
  if (last?.kind !== "between" || next?.kind !== "between") return false;
  return (last.to === undefined && next.from === undefined) || (last.from === undefined && next.to === undefined);
}

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
  if (draft.day.kind === "week" && day.kind === "span" && isOfWeek(day)) {
    draft.day = { ...day, first: inside(day.first, draft.day), last: inside(day.last, draft.day) };
    return true;
  }
  const [isPeriod, wasPeriod] = [PERIODS.has(day.kind), PERIODS.has(draft.day.kind)];
  // "Der Vertrag ist vom 1.10.2024, ich komme nächste Woche": that date lies in no such week.
  const isDatedElsewhere = [draft.day, day].some(isFullDate) && !agree(draft.day, day);
  if (isPeriod !== wasPeriod && isDatedElsewhere) return false;
  if (wasPeriod && !isPeriod) return narrow(draft, { day, period: draft.day, timeFirst: draft.times.length > 0 });
  if (isPeriod && !wasPeriod) return narrow(draft, { day: draft.day, period: day, timeFirst: draft.timeFirst });
  if (wasPeriod && isPeriod && draft.day.kind === day.kind) return false;
  if (!agree(draft.day, day)) return false;
  draft.day = { kind: "within", day, period: draft.day };
  return true;
}

/** "Nächste Woche Montag bis Freitag". */
const isOfWeek = ({ first, last }: Extract<DayRef, { kind: "span" }>): boolean =>
  first?.kind === "weekday" && last?.kind === "weekday" && first.sense === "bare" && last.sense === "bare";
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

function share(drafts: Draft[]): Segment[] {
  sharePeriods(drafts);
  shareDays(drafts);
  shareTimes(drafts);
  shareMonths(drafts);
  return drafts.map(({ day, times, apart, scattered }) => ({
    ...(day && { day }),
    times,
    ...(apart && { apart }),
    ...(scattered && { scattered }),
  }));
}

const isLooseDay = (day: DayRef | undefined): day is DayRef =>
  day?.kind === "weekday" || (day?.kind === "date" && day.month === undefined);

/** "Nächste Woche Dienstag oder Freitag", "Dienstag oder Freitag nächster Woche": the week holds for both. */
function sharePeriods(drafts: Draft[]) {
  drafts.forEach((draft, i) => {
    const next = drafts[i + 1];
    if (next?.tied && draft.period && isLooseDay(next.day)) adopt(next, draft.period);
  });
  for (let i = drafts.length - 1; i > 0; i--) {
    const [before, draft] = [drafts[i - 1], drafts[i]];
    if (before && draft?.tied && draft.period && before.times.length === 0 && isLooseDay(before.day))
      adopt(before, draft.period);
  }
}

function adopt(draft: Draft, period: DayRef) {
  if (draft.day) draft.day = { kind: "within", day: draft.day, period };
  draft.period = period;
}

function shareDays(drafts: Draft[]) {
  drafts.forEach((draft, i) => {
    const source = draft.day
      ? undefined
      : drafts[i - 1]?.day
        ? drafts[i - 1]
        : drafts.slice(i).find((other) => other.day);
    if (source?.day) draft.day = source.day;
  });
}

/** Times said once, behind the last or before the first of a list, hold for all of it. */
function shareTimes(drafts: Draft[]) {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [draft, next] = [drafts[i], drafts[i + 1]];
    if (draft && next && draft.times.length === 0 && isListed(drafts, i + 1) && !next.timeFirst && !next.isInstead)
      draft.times = next.times;
  }
  drafts.forEach((draft, i) => {
    const before = drafts[i - 1];
    if (draft.times.length > 0 || !before?.timeFirst || !isListed(drafts, i)) return;
    draft.times = before.times;
    draft.timeFirst = true;
  });
}

/** Tied to the one before, or part of an enumeration that ends in "oder". */
function isListed(drafts: readonly Draft[], at: number): boolean {
  return drafts[at]?.tied === true || drafts[at + 1]?.tied === true;
}

/** "Am dritten oder vierten Dezember". */
function shareMonths(drafts: Draft[]) {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [day, next] = [drafts[i]?.day, drafts[i + 1]];
    if (day?.kind !== "date" || day.month !== undefined || !next?.tied || next.day?.kind !== "date") continue;
    // "Am 31. oder am 1. April": days of one month are named in their order.
    if (next.day.month !== undefined && day.day <= next.day.day)
      drafts[i] = { ...(drafts[i] as Draft), day: { ...day, month: next.day.month } };
  }
}
