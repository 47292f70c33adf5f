import type { Rest } from "@/server/availability/hours/rules/plans";
import type { DayHours, Shift } from "@/server/availability/hours/schema";
import { timeOf } from "@/server/core/time-zone";

/** The days that are named, and the rest as it is without them. */
export function weekOf(days: Record<number, Shift[] | "closed">, rest: Rest = "closed"): DayHours[] {
  return [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => {
    const said = days[dayOfWeek];
    if (said === undefined) return { dayOfWeek, mode: rest, shifts: [] };
    return said === "closed" ? { dayOfWeek, mode: "closed", shifts: [] } : { dayOfWeek, mode: "open", shifts: said };
  });
}

/** Few different days, so that many weeks have days in common. */
export function randomWeek(numbers: Iterator<number>, rest: Rest): DayHours[] {
  const next = (below: number) => (numbers.next().value as number) % below;
  const kinds = Array.from({ length: 3 }, () => randomShifts(next));
  return [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => {
    const kind = next(6);
    if (kind === 0) return { dayOfWeek, mode: rest, shifts: [] };
    if (kind === 1) return { dayOfWeek, mode: "closed", shifts: [] };
    const shifts = kinds[kind % 3] ?? [];
    return { dayOfWeek, mode: "open", shifts: kind === 5 ? withOtherEnd(shifts, next) : shifts };
  });
}

function randomShifts(next: (below: number) => number): Shift[] {
  const count = 1 + next(3);
  const width = Math.floor(1440 / count);
  return Array.from({ length: count }, (_, at) => {
    const from = at * width + next(width / 4);
    const until = at * width + width / 2 + next(width / 2);
    const [first, last] = [from + next(20), until - next(20)];
    const hasBreak = next(3) === 0 && first < last;
    return {
      ...{ startTime: timeOf(from), endTime: timeOf(until) },
      ...{ breakStart: hasBreak ? timeOf(first) : null, breakEnd: hasBreak ? timeOf(last) : null },
    };
  });
}

function withOtherEnd(shifts: readonly Shift[], next: (below: number) => number): Shift[] {
  return shifts.map((shift, at) =>
    at === shifts.length - 1 && !shift.breakEnd
      ? { ...shift, endTime: next(2) === 0 ? "24:00" : shift.endTime }
      : shift,
  );
}
