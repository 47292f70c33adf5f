import type { DayRef } from "./elements";

/** "Im Juli, gern Anfang des Monats", "nächste Woche, gegen Ende der Woche": the part is of what was named. */
export function portionNamed(period: DayRef, part: DayRef): DayRef | null {
  if (part.kind !== "week" && part.kind !== "month") return null;
  if (!part.portion || part.plus !== 0 || (part.kind === "month" && part.month !== undefined)) return null;
  const isOfWeek = part.kind === "week" && (period.kind === "week" || period.kind === "calendar-week");
  const isOfMonth = part.kind === "month" && period.kind === "month";
  return (isOfWeek || isOfMonth) && !period.portion ? { ...period, portion: part.portion } : null;
}

/** "Nach dem fünfzehnten", "vom dritten bis zum achten": of the month named beside it. */
export function isBetweenDaysOfMonth(day: DayRef): day is Extract<DayRef, { kind: "span" }> {
  if (day.kind !== "span") return false;
  return [day.first, day.last].every((end) => end === undefined || (end.kind === "date" && end.month === undefined));
}

/** "Nach Weihnachten, aber noch vor Silvester", "ab dem zehnten, aber nur bis zum zwanzigsten". */
export function bothLimits(one: DayRef, other: DayRef): DayRef | null {
  const [begin, end] = [beginOf(one) ?? beginOf(other), endOf(one) ?? endOf(other)];
  return begin && end ? { kind: "span", ...begin, ...end } : null;
}

/** An end said behind its beginning lies after it; "bis Freitag bin ich weg, ab Montag ginge es" says two things. */
export const isLimitFirst = (day: DayRef): boolean => beginOf(day) !== null;

type Limit = Omit<Extract<DayRef, { kind: "span" }>, "kind">;

function beginOf(day: DayRef): Limit | null {
  if (day.kind === "holiday" && day.relation === "after") return { first: day };
  if (day.kind !== "span" || !day.first || day.last) return null;
  const { kind: _kind, ...limit } = day;
  return limit;
}

/** Only where it is the end and nothing else: "vor Silvester" reaches back two weeks by itself. */
function endOf(day: DayRef): Limit | null {
  if (day.kind === "holiday" && day.relation === "before") return { last: day };
  if (day.kind !== "span" || !day.last || day.first) return null;
  const { kind: _kind, ...limit } = day;
  return limit;
}
