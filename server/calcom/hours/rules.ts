import { addDays, type LocalDate, toLocal, weekdayOf } from "@/server/core/time";

export interface Stretch {
  from: number;
  until: number;
}
interface Hours {
  startTime: string;
  endTime: string;
}

/** A week with what differs from it on single days, on the clock of the schedule's own zone. */
export interface WeekWithExceptions {
  availability: (Hours & { days: string[] })[];
  overrides: (Hours & { date: string })[];
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
/** A day without hours: a stretch of no length. */
const CLOSED: Hours = { startTime: "00:00", endTime: "00:00" };
/** There is no 24:00 over there. */
const LAST_MINUTE = "23:59";

export interface WorkedDays {
  zone: string;
  date: LocalDate;
  days: number;
  working: readonly Stretch[];
}

/** What somebody works on these days as a week, the one that most days follow, and the days that are different. */
export function toWeek({ zone, date, days, working }: WorkedDays): WeekWithExceptions {
  const byDate = hoursByDate(zone, working);
  const dates = Array.from({ length: days }, (_, nr) => addDays(date, nr));
  const usual = DAYS.map((_, weekday) =>
    mostFrequent(dates.filter((one) => weekdayOf(one) === weekday).map((one) => byDate.get(one) ?? [])),
  );
  const overrides = dates.flatMap((one) => {
    const hours = byDate.get(one) ?? [];
    if (keyOf(hours) === keyOf(usual[weekdayOf(one)] ?? [])) return [];
    return (hours.length > 0 ? hours : [CLOSED]).map((each) => ({ date: one, ...each }));
  });
  return { availability: groupByHours(usual), overrides };
}

function hoursByDate(zone: string, working: readonly Stretch[]): Map<string, Hours[]> {
  const byDate = new Map<string, Hours[]>();
  for (const { from, until } of working) {
    const end = toLocal(zone, until);
    let { date, minutes } = toLocal(zone, from);
    // What goes on past midnight belongs to both days.
    for (; date < end.date; date = addDays(date, 1), minutes = 0) {
      add(byDate, date, { startTime: clock(minutes), endTime: LAST_MINUTE });
    }
    if (end.minutes > minutes) add(byDate, date, { startTime: clock(minutes), endTime: clock(end.minutes) });
  }
  return byDate;
}

function add(byDate: Map<string, Hours[]>, date: string, hours: Hours): void {
  byDate.set(date, [...(byDate.get(date) ?? []), hours]);
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(Math.floor(minutes) % 60).padStart(2, "0")}`;
const keyOf = (hours: readonly Hours[]): string =>
  hours.map(({ startTime, endTime }) => `${startTime}-${endTime}`).join();

function mostFrequent(weeks: readonly Hours[][]): Hours[] {
  const counts = new Map<string, { hours: Hours[]; count: number }>();
  for (const hours of weeks) {
    const seen = counts.get(keyOf(hours)) ?? { hours, count: 0 };
    counts.set(keyOf(hours), { ...seen, count: seen.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.hours ?? [];
}

function groupByHours(week: readonly Hours[][]): WeekWithExceptions["availability"] {
  const groups = new Map<string, Hours & { days: string[] }>();
  for (const [weekday, name] of DAYS.entries()) {
    for (const hours of week[weekday] ?? []) {
      const group = groups.get(keyOf([hours])) ?? { days: [], ...hours };
      groups.set(keyOf([hours]), { ...group, days: [...group.days, name] });
    }
  }
  return [...groups.values()].sort((a, b) => keyOf([a]).localeCompare(keyOf([b])));
}

/** The same hours, whatever the order in which they are written down. */
export function isSameWeek(a: WeekWithExceptions, b: WeekWithExceptions): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ availability, overrides }: WeekWithExceptions): string {
  const days = availability.flatMap((one) => one.days.map((day) => `${day} ${keyOf([one])}`));
  const dates = overrides.map((one) => `${one.date} ${keyOf([one])}`);
  return [...days.sort(), ...dates.sort()].join("|");
}

/** As far ahead as customers look over there. */
export const AHEAD_DAYS = 60;

interface Calendar {
  externalId: string;
  isSelected: boolean;
}
interface Person {
  staffId: string;
  calcomUserId: number;
  email: string | null;
}

/** Whose calendar it is: of whoever has its address, else of whoever's key it is. What is not selected counts for nobody. */
export function ownerOfCalendar(
  calendar: Calendar,
  { people, keyOwnerId }: { people: readonly Person[]; keyOwnerId: number },
) {
  if (!calendar.isSelected) return null;
  const address = calendar.externalId.toLowerCase();
  const owner =
    people.find(({ email }) => email?.toLowerCase() === address) ??
    people.find(({ calcomUserId }) => calcomUserId === keyOwnerId);
  return owner?.staffId ?? null;
}
