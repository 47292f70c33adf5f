import type { DayRef, Element } from "./elements";
import type { Marked } from "./refusals";

type Period = Extract<DayRef, { kind: "week" | "calendar-week" }>;

/** What was said once holds on for the next clause: the week of a refused day, the day of a refused hour. */
export function carryOver(items: readonly Marked[]): Marked[] {
  return carryDay(carryWeek(items));
}

const periodOf = ({ element }: Marked): Period | null =>
  element.kind === "day" && (element.ref.kind === "week" || element.ref.kind === "calendar-week") ? element.ref : null;
const isBareWeekday = ({ element }: Marked): boolean =>
  element.kind === "day" &&
  element.ref.kind === "weekday" &&
  element.ref.sense === "bare" &&
  element.ref.plusWeeks === 0;

/** "Nächste Woche Dienstag kann ich nicht, Mittwoch schon" means next week's Wednesday. */
function carryWeek(items: readonly Marked[]): Marked[] {
  const at = items.findIndex((item, i) => item.refused && periodOf(item) && besides(items, i).some(isBareWeekday));
  const [period, others] = [items[at] && periodOf(items[at]), items.filter((item) => periodOf(item) !== null)];
  if (!period || others.length > 1) return [...items];
  return items.map((item, i) => {
    const { element, refused } = item;
    if (i <= at + 1 || refused || !isBareWeekday(item) || element.kind !== "day") return item;
    return { element: { kind: "day", ref: { kind: "within", day: element.ref, period } }, refused };
  });
}

const besides = (items: readonly Marked[], at: number): Marked[] =>
  [items[at - 1], items[at + 1]].filter((item) => item !== undefined);

/** "Mittwoch um drei ist mir zu früh, lieber um fünf": only that hour was refused, the day stays. */
function carryDay(items: readonly Marked[]): Marked[] {
  const isDay = ({ element }: Marked) => element.kind === "day";
  const isTime = ({ element }: Marked) => element.kind === "time";
  const hasDay = items.some((item) => isDay(item) && !item.refused);
  const at = items.findIndex((item) => isTime(item) && !item.refused);
  const days = items.filter((item) => isDay(item) && item.refused);
  const refusedTimes = items.filter((item) => isTime(item) && item.refused);
  if (hasDay || at < 0 || days.length !== 1 || refusedTimes.length === 0) return [...items];
  const kept: Element | undefined = days[0]?.element;
  return kept ? [...items.slice(0, at), { element: kept, refused: false }, ...items.slice(at)] : [...items];
}
