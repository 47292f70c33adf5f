import type { DayRef, Element } from "./elements";

/** "Ab dem achten für drei Tage": an open span ends with its length. A length of anything else says nothing of the day. */
export function closedByLength(elements: readonly Element[]): Element[] {
  const at = elements.findIndex(({ kind }) => kind === "lasting");
  const length = elements[at];
  if (length?.kind !== "lasting") return [...elements];
  const before = elements.slice(0, at).findLastIndex(({ kind }) => kind === "day");
  const begun = before < 0 && elements[at + 1]?.kind === "day" ? at + 1 : before;
  const day = elements[begun];
  const closed = day?.kind === "day" ? closedSpan(day.ref, length.days) : null;
  const read = closed ? elements.with(begun, { kind: "day", ref: closed }) : elements;
  return read.filter(({ kind }) => kind !== "lasting");
}

const ONE_DAY: ReadonlySet<DayRef["kind"]> = new Set(["date", "weekday", "offset"]);

function closedSpan(ref: DayRef, days: number): DayRef | null {
  if (ref.kind !== "span" || !ref.first || ref.last || !ONE_DAY.has(ref.first.kind)) return null;
  return { ...ref, last: ref.first, lastShift: days - 1 };
}
