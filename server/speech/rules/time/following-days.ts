import type { DayRef, Element } from "./elements";

/** "Freitag drauf", "am Tag davor", "zur gleichen Zeit": counted from what was named before; without it, it stays open which. */
export function followingDays(elements: readonly Element[]): Element[] {
  const read: Element[] = [];
  for (const element of elements) {
    if (element.kind === "same-time") read.push(timeNamed(read));
    else if (element.kind !== "following" && element.kind !== "week-after") read.push(element);
    else read.push(fromNamed(element, read));
  }
  return read;
}

/** Of two hours named before it nobody knows which is the same. */
function timeNamed(read: readonly Element[]): Element {
  const times = read.filter((element) => element.kind === "time");
  const [only] = times;
  return times.length === 1 && only?.ref.kind === "at" ? only : OPEN;
}

type Following = Extract<Element, { kind: "following" | "week-after" }>;

const OPEN: Element = { kind: "word", text: "", temporal: true };
const ONE_DAY: ReadonlySet<DayRef["kind"]> = new Set(["date", "weekday", "offset", "holiday", "follows"]);
const STAYS: ReadonlySet<Element["kind"]> = new Set(["or", "and", "not", "not-next", "not-previous"]);

/** The day named before gives way where it was only the reason; as an alternative, or refused, it stays. */
function fromNamed(element: Following, read: Element[]): Element {
  const at = read.findLastIndex(({ kind }) => kind === "day");
  const base = read[at];
  if (base?.kind !== "day") return OPEN;
  const weeks = element.isBefore ? -1 : 1;
  const around = weekBeside(read, at);
  if (element.kind === "week-after" && around?.kind === "week") return week(around.plus + weeks);
  if (element.kind === "week-after" && base.ref.kind === "week") return week(base.ref.plus + weeks);
  if (element.kind === "week-after" && base.ref.kind === "week-of")
    return { kind: "day", ref: { ...base.ref, plus: (base.ref.plus ?? 0) + weeks } };
  if (element.kind === "following" && element.nthWeek !== undefined) return weekOfMonth(element.nthWeek, base.ref);
  if (!ONE_DAY.has(base.ref.kind)) return OPEN;
  const isReason = ![...read.slice(Math.max(0, at - 2), at), ...read.slice(at + 1)].some(({ kind }) => STAYS.has(kind));
  if (isReason) read[at] = { kind: "word", text: "", temporal: false };
  if (element.kind === "week-after") return { kind: "day", ref: { kind: "week-of", day: base.ref, plus: weeks } };
  const { kind: _kind, ...counted } = element;
  return { kind: "day", ref: { kind: "follows", day: base.ref, ...counted } };
}

/** "Nächste Woche Donnerstag": the week that the day is of. */
function weekBeside(read: readonly Element[], at: number): DayRef | undefined {
  const [base, ...beside] = [read[at], read[at - 1], read[at + 1]];
  if (base?.kind !== "day" || base.ref.kind !== "weekday") return undefined;
  return beside.flatMap((other) => (other?.kind === "day" ? [other.ref] : [])).find(({ kind }) => kind === "week");
}

/** "Februar passt, aber nicht die erste Woche". */
const weekOfMonth = (nth: number, named: DayRef): Element =>
  named.kind === "month" && !named.portion
    ? {
        kind: "day",
        ref: { kind: "month-week", nth, ...(named.month ? { month: named.month } : { plusMonths: named.plus }) },
      }
    : OPEN;

const week = (plus: number): Element => ({ kind: "day", ref: { kind: "week", plus } });
