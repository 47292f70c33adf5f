import { addDays, type LocalDate, timeOf } from "@/server/core/time-zone";
import { minutesOfShifts, planWeek, type WorkingHour } from "../../rules/weekly-hours";
import type { DayHours, HoursPlan } from "../schema";
import { inOrder } from "./shifts";

/** What a day without a row means: nobody is there, or, for one branch, the same as everywhere. */
export type Rest = "closed" | "general";

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const BEGINNING = "0000-01-01";
const NEVER = "9999-12-31";

/** The weeks that rows make, one after the other from the beginning to the end of time. */
export function plansOf(rows: readonly WorkingHour[], rest: Rest): HoursPlan[] {
  const starts = new Set<LocalDate>([BEGINNING]);
  for (const { validFrom, validUntil } of rows) {
    if (validFrom) starts.add(validFrom);
    if (validUntil) starts.add(addDays(validUntil, 1));
  }
  const ordered = [...starts].sort();
  const plans = ordered.map((from, at) => {
    const next = ordered[at + 1];
    return {
      validFrom: from === BEGINNING ? null : from,
      validUntil: next ? addDays(next, -1) : null,
      days: WEEKDAYS.map((day) =>
        dayOf(
          rows.filter((row) => row.dayOfWeek === day && holdsOn(row, from)),
          { day, rest },
        ),
      ),
    };
  });
  return merged(plans);
}

const holdsOn = ({ validFrom, validUntil }: WorkingHour, date: LocalDate): boolean =>
  (validFrom ?? BEGINNING) <= date && date <= (validUntil ?? NEVER);

function dayOf(rows: readonly WorkingHour[], { day, rest }: { day: number; rest: Rest }): DayHours {
  if (rows.length === 0) return { dayOfWeek: day, mode: rest, shifts: [] };
  const shifts = rows.every(({ isAvailable }) => isAvailable) ? inOrder(rows.map(toShift)) : whatIsLeft(rows);
  return { dayOfWeek: day, mode: shifts.length > 0 ? "open" : "closed", shifts };
}

const toShift = ({ startTime, endTime, breakStart, breakEnd }: WorkingHour) => ({
  ...{ startTime, endTime },
  ...(breakStart && breakEnd ? { breakStart, breakEnd } : { breakStart: null, breakEnd: null }),
});

/** Rows that take time away from others leave pieces. */
function whatIsLeft(rows: readonly WorkingHour[]) {
  const plain = rows.map((row) => ({ ...row, dayOfWeek: 0, validFrom: null, validUntil: null, branchId: null }));
  return planWeek(plain)({ number: 0, weekday: 0, from: 0, until: 0 }).map(({ from, until }) => ({
    ...{ startTime: timeOf(from), endTime: timeOf(until), breakStart: null, breakEnd: null },
  }));
}

/** Neighbours that say the same are one. */
function merged(plans: readonly HoursPlan[]): HoursPlan[] {
  const result: HoursPlan[] = [];
  for (const plan of plans) {
    const last = result.at(-1);
    if (last && isSameWeek(last.days, plan.days)) last.validUntil = plan.validUntil;
    else result.push({ ...plan });
  }
  return result;
}

export function isSameWeek(a: readonly DayHours[], b: readonly DayHours[]): boolean {
  const text = (days: readonly DayHours[]) =>
    JSON.stringify([...days].sort((x, y) => x.dayOfWeek - y.dayOfWeek).map(plain));
  return text(a) === text(b);
}
const plain = ({ dayOfWeek, mode, shifts }: DayHours) => [
  ...[dayOfWeek, mode],
  ...(mode === "open"
    ? inOrder(shifts).map(({ startTime, endTime, breakStart, breakEnd }) => [
        startTime,
        endTime,
        breakStart ?? "",
        breakEnd ?? "",
      ])
    : []),
];

/**
 * Puts a week into the timeline: what held in its time gives way, what held before and after stays. Without an end it
 * lasts until the next week that is planned, or as long as the one that begins on the same day.
 */
export function overlay(plans: readonly HoursPlan[], { validFrom, validUntil, days }: HoursPlan): HoursPlan[] {
  const from = validFrom ?? BEGINNING;
  const same = plans.find((plan) => (plan.validFrom ?? BEGINNING) === from);
  const next = plans.find((plan) => (plan.validFrom ?? BEGINNING) > from);
  const until = validUntil ?? same?.validUntil ?? (next?.validFrom ? addDays(next.validFrom, -1) : NEVER);
  const others = plans.flatMap((plan) => without(plan, { from, until }));
  const week = [...days].sort((a, b) => a.dayOfWeek - b.dayOfWeek);
  const placed = {
    validFrom: from === BEGINNING ? null : from,
    validUntil: until === NEVER ? null : until,
    days: week,
  };
  return merged([...others, placed].sort((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1)));
}

function without(plan: HoursPlan, { from, until }: { from: LocalDate; until: LocalDate }): HoursPlan[] {
  const [first, last] = [plan.validFrom ?? BEGINNING, plan.validUntil ?? NEVER];
  if (last < from || first > until) return [plan];
  return [
    ...(first < from ? [{ ...plan, validUntil: addDays(from, -1) }] : []),
    ...(last > until ? [{ ...plan, validFrom: addDays(until, 1) }] : []),
  ];
}

/** The rows that make these weeks; where a missing row would mean "as everywhere", a closed day needs one. */
export function rowsOf(
  plans: readonly HoursPlan[],
  { branchId, rest }: { branchId: string | null; rest: Rest },
): WorkingHour[] {
  return plans.flatMap(({ validFrom, validUntil, days }) =>
    days.flatMap(({ dayOfWeek, mode, shifts }): WorkingHour[] => {
      const base = { dayOfWeek, validFrom, validUntil, branchId };
      if (mode === "open" && shifts.length > 0)
        return inOrder(shifts).map((shift) => ({
          ...base,
          ...toShift({ ...shift, ...base, isAvailable: true }),
          isAvailable: true,
        }));
      if (rest === "general" && mode !== "general") return [{ ...base, ...WHOLE_DAY, isAvailable: false }];
      return [];
    }),
  );
}

const WHOLE_DAY = { startTime: "00:00", endTime: "24:00", breakStart: null, breakEnd: null };

/** The week that holds on a day. */
export function planOn(plans: readonly HoursPlan[], date: LocalDate): HoursPlan | undefined {
  return plans.find(({ validFrom, validUntil }) => (validFrom ?? BEGINNING) <= date && date <= (validUntil ?? NEVER));
}

/** How much of a week is open, breaks left out. */
export function minutesOfWeek(days: readonly DayHours[]): number {
  return days
    .filter(({ mode }) => mode === "open")
    .flatMap(({ shifts }) => minutesOfShifts(shifts))
    .reduce((sum, { from, until }) => sum + until - from, 0);
}
