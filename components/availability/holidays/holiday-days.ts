import type { HolidayView } from "@/server/availability/holidays/schema";

/** A day as it is shown: the same holiday of several branches is one line. */
export interface HolidayDay {
  key: string;
  date: string;
  name: string;
  source: HolidayView["source"];
  isChoice: boolean;
  /** Of all branches that have it. */
  holidays: HolidayView[];
  state: "closed" | "open" | "mixed";
}

export function daysOf(holidays: readonly HolidayView[]): HolidayDay[] {
  const days = new Map<string, HolidayView[]>();
  for (const holiday of holidays) {
    const key = `${holiday.date} ${holiday.name} ${holiday.source === "own" ? holiday.id : ""}`;
    days.set(key, [...(days.get(key) ?? []), holiday]);
  }
  return [...days.entries()].flatMap(([key, all]) => {
    const [first] = all;
    if (!first) return [];
    const closed = all.filter(({ isObserved }) => isObserved).length;
    const state = closed === all.length ? "closed" : closed === 0 ? "open" : "mixed";
    return [
      {
        key,
        date: first.date,
        name: first.name,
        source: first.source,
        isChoice: all.some((one) => one.isChoice),
        holidays: all,
        state,
      },
    ];
  });
}
