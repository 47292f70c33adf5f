import type { DayRef, TimeRef } from "./elements";

/** One alternative: these days at these times (several times narrow each other). */
export interface Segment {
  day?: DayRef;
  times: TimeRef[];
  /** Words that nobody understood part it from the one before, and nothing ties the two: one of them may be a story. */
  apart?: true;
  /** Two of its times are as many words apart: "nach der Arbeit geht, ich hab um fünf Schluss" may say one time or two. */
  scattered?: true;
}

export interface Draft extends Segment {
  /** "or" or "and" ties it to the segment before, a mere pause does not. */
  tied: boolean;
  timeFirst: boolean;
  /** "Samstag, sonst Montag ab zwei": its times are its own. */
  isInstead?: boolean;
  /** The period that a day was narrowed by: it may hold for the neighbours as well. */
  period?: DayRef;
  /** The day stands behind its period: "Februar oder März, an einem Freitag". */
  isNarrowed?: true;
}

/** Lets neighbours share what was said once: a week, a day, times, a month. */
export function share(drafts: Draft[]): Segment[] {
  shareNarrowing(drafts);
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

/** "Diese oder nächste Woche Mittwoch", "Februar oder März, an einem Freitag": a day behind the last is of each. */
function shareNarrowing(drafts: Draft[]) {
  for (let i = drafts.length - 1; i > 0; i--) {
    const [before, draft] = [drafts[i - 1], drafts[i]];
    if (!before || !draft?.tied || !draft.isNarrowed || draft.day?.kind !== "within") continue;
    if (before.day?.kind !== draft.period?.kind || before.times.length > 0) continue;
    before.period = before.day as DayRef;
    before.day = { ...draft.day, period: before.period };
    before.isNarrowed = true;
  }
}

/** "Montags und mittwochs nächste Woche" are two of its days. */
const mayLieIn = (day: DayRef | undefined): boolean => day?.kind === "every" || isLooseDay(day);

/** "Nächste Woche Dienstag oder Freitag", "Dienstag oder Freitag nächster Woche": the week holds for both. */
function sharePeriods(drafts: Draft[]) {
  drafts.forEach((draft, i) => {
    const next = drafts[i + 1];
    if (next && draft.period && isNeighbour(drafts, i + 1)) adopt(next, draft.period);
  });
  for (let i = drafts.length - 1; i > 0; i--) {
    const [before, draft] = [drafts[i - 1], drafts[i]];
    if (before && draft?.tied && draft.period && before.times.length === 0 && mayLieIn(before.day))
      adopt(before, draft.period);
  }
}

/** "Nächste Woche Mittwoch, Donnerstag oder Freitag": in a list, and without a link where it is a weekday. */
function isNeighbour(drafts: readonly Draft[], at: number): boolean {
  const day = drafts[at]?.day;
  // "Im November montags oder mittwochs".
  if (day?.kind === "every") return isListed(drafts, at);
  if (!isLooseDay(day) || (day.kind === "weekday" && day.plusWeeks > 0)) return false;
  return isListed(drafts, at) || (day.kind === "weekday" && day.sense === "bare" && !drafts[at]?.apart);
}

function adopt(draft: Draft, period: DayRef) {
  if (draft.day) draft.day = { kind: "within", day: draft.day, period, shared: true };
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
