import { addDays, type LocalDate } from "@/server/core/time";
import { dateOf, mondayOf, oneDay } from "./dates";
import type { DaySpan } from "./reading";

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dateOf(year, Math.floor(f / 31), (f % 31) + 1);
}

const fixed =
  (month: number, day: number, lastMonth = month, lastDay = day) =>
  (year: number) => ({
    first: dateOf(year, month, day),
    last: dateOf(year, lastMonth, lastDay),
  });
const easter =
  (from: number, to = from) =>
  (year: number) => ({
    first: addDays(easterSunday(year), from),
    last: addDays(easterSunday(year), to),
  });
/** The fourth is the last Sunday before the 25th. */
const advent = (nth: number) => (year: number) => oneDay(addDays(mondayOf(dateOf(year, 12, 25)), -1 - 7 * (4 - nth)));
const secondSundayIn = (month: number) => (year: number) => oneDay(addDays(mondayOf(dateOf(year, month, 8)), 6));

/** Days with a name. "easter", "pentecost" and "christmas" are the days on which nobody works. */
const NAMED: Record<string, (year: number) => DaySpan> = {
  "new-year": fixed(1, 1),
  epiphany: fixed(1, 6),
  "valentines-day": fixed(2, 14),
  "womens-day": fixed(3, 8),
  "rose-monday": easter(-48),
  "shrove-tuesday": easter(-47),
  "ash-wednesday": easter(-46),
  "maundy-thursday": easter(-3),
  "good-friday": easter(-2),
  easter: easter(-2, 1),
  "easter-sunday": easter(0),
  "easter-monday": easter(1),
  "labour-day": fixed(5, 1),
  ascension: easter(39),
  pentecost: easter(49, 50),
  "whit-sunday": easter(49),
  "whit-monday": easter(50),
  "corpus-christi": easter(60),
  assumption: fixed(8, 15),
  "childrens-day": fixed(9, 20),
  "unity-day": fixed(10, 3),
  reformation: fixed(10, 31),
  "all-saints": fixed(11, 1),
  repentance: (year) => oneDay(addDays(advent(1)(year).first, -11)),
  "first-advent": advent(1),
  "second-advent": advent(2),
  "third-advent": advent(3),
  "fourth-advent": advent(4),
  "saint-nicholas": fixed(12, 6),
  "christmas-eve": fixed(12, 24),
  christmas: fixed(12, 24, 12, 26),
  "first-christmas-day": fixed(12, 25),
  "second-christmas-day": fixed(12, 26),
  "between-the-years": fixed(12, 27, 12, 30),
  "new-years-eve": fixed(12, 31),
  "mothers-day": secondSundayIn(5),
  "womens-carnival": easter(-52),
  "palm-sunday": easter(-7),
  "low-sunday": easter(7),
  "midsummer-day": fixed(6, 24),
  "swiss-national-day": fixed(8, 1),
  "peace-festival": fixed(8, 8),
  "austrian-national-day": fixed(10, 26),
  halloween: fixed(10, 31),
  "saint-martin": fixed(11, 11),
  "memorial-sunday": (year) => oneDay(addDays(advent(1)(year).first, -14)),
  "dead-sunday": (year) => oneDay(addDays(advent(1)(year).first, -7)),
  "immaculate-conception": fixed(12, 8),
};

const EVERYWHERE = ["new-year", "good-friday", "easter-monday", "labour-day", "ascension", "whit-monday", "unity-day"];
const CHRISTMAS = ["first-christmas-day", "second-christmas-day"];
const BY_STATE: Record<string, string> = {
  epiphany: "BW BY ST",
  "womens-day": "BE MV",
  "corpus-christi": "BW BY HE NW RP SL",
  assumption: "SL BY",
  "childrens-day": "TH",
  reformation: "BB HB HH MV NI SN ST SH TH",
  "all-saints": "BW BY NW RP SL",
  repentance: "SN",
};

function publicHolidays(state: string | undefined): string[] {
  const code = state?.replace(/^DE-/, "") ?? "";
  const regional = Object.keys(BY_STATE).filter((name) => BY_STATE[name]?.split(" ").includes(code));
  return [...EVERYWHERE, ...CHRISTMAS, ...regional];
}

/** The coming one: this year's if it is not over yet, else next year's. "holiday" is any, "holidays" the next few in a row. */
export function nextHoliday(
  name: string,
  { today, state }: { today: LocalDate; state?: string | undefined },
): DaySpan | null {
  if (name === "holiday") return earliest(publicHolidays(state), today);
  if (name === "holidays") return earliest(["easter", "pentecost", "christmas"], today);
  if (name === "first-feast-day") return earliest(["easter-sunday", "whit-sunday", "first-christmas-day"], today);
  if (name === "second-feast-day") return earliest(["easter-monday", "whit-monday", "second-christmas-day"], today);
  return earliest([name], today);
}

function earliest(names: readonly string[], today: LocalDate): DaySpan | null {
  const year = Number(today.slice(0, 4));
  const spans = names.flatMap((name) => [NAMED[name]?.(year), NAMED[name]?.(year + 1)]);
  const coming = spans.filter((span) => span !== undefined).filter((span) => span.last >= today);
  return coming.sort((a, b) => (a.first < b.first ? -1 : 1))[0] ?? null;
}
