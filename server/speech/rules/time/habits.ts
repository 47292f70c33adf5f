import { windowOf } from "./day-parts";
import type { Element, TimeRef } from "./elements";
import { readingsOf } from "./resolve-clock";

type Part = Extract<TimeRef, { kind: "part" }>;

/**
 * "I prefer mornings but Thursday afternoon also works": what is liked in general is no time of the day that is named against
 * it. Null where nothing is set against a habit.
 */
export function withoutHabit(elements: readonly Element[]): Element[] | null {
  const at = elements.findIndex(({ kind }) => kind === "time" || kind === "day");
  const habit = elements[at];
  if (habit?.kind !== "time" || habit.ref.kind !== "part" || !habit.ref.habit) return null;
  const behind = elements.slice(at + 1);
  const end = behind.findIndex(({ kind }) => kind === "break");
  const link = behind[end];
  const [own, other] = [behind.slice(0, Math.max(end, 0)), behind.slice(end + 1)];
  const isNamed = own.some(({ kind }) => kind === "day" || kind === "time" || REFUSING.has(kind));
  const times = other.flatMap((element) => (element.kind === "time" ? [element.ref] : []));
  if (end < 0 || isNamed || times.length === 0 || !other.some(({ kind }) => kind === "day")) return null;
  const isContrast = link !== undefined && "contrast" in link && link.contrast === true;
  const part = habit.ref;
  return isContrast || times.some((time) => liesOutside(time, part)) ? elements.toSpliced(at, 1) : null;
}

const REFUSING: ReadonlySet<Element["kind"]> = new Set(["not", "not-next", "not-previous"]);

/** "Mornings are best, Friday at four is okay too". */
function liesOutside(time: TimeRef, { part, shade }: Part): boolean {
  if (time.kind === "part") return time.part !== part;
  if (time.kind !== "at") return false;
  const { from, to } = windowOf(part, shade);
  return !readingsOf(time.clock).some((minutes) => minutes >= from && minutes <= to);
}
