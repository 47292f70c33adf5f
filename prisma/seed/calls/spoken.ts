import { daysBetween, type LocalDate, toLocal, weekdayOf } from "@/server/core/time";
import { ZONE } from "../clock";
import type { Random } from "../random";

const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

export const weekdayName = (date: LocalDate): string => WEEKDAYS[weekdayOf(date)] ?? "";

/** `Donnerstag, den 26. November`. */
export function sayDay(date: LocalDate): string {
  return `${weekdayName(date)}, den ${Number(date.slice(8))}. ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
}

/** As one says a time on the telephone: `um halb drei`, `um Viertel nach vier`, `um 14 Uhr 20`. */
export function sayClock(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  const onTwelve = (value: number) => HOURS[((value + 11) % 12) + 1] ?? "";
  if (minutes % 60 === 0) return `um ${hour} Uhr`;
  if (minutes % 60 === 15) return `um Viertel nach ${onTwelve(hour)}`;
  if (minutes % 60 === 30) return `um halb ${onTwelve(hour + 1)}`;
  if (minutes % 60 === 45) return `um Viertel vor ${onTwelve(hour + 1)}`;
  return `um ${hour} Uhr ${minutes % 60}`;
}
const HOURS = " eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");

export function sayMoment(at: Date): string {
  const { date, minutes } = toLocal(ZONE, at.getTime());
  return `${sayDay(date)}, ${sayClock(minutes)}`;
}

export function sayPrice(cents: number): string {
  if (cents === 0) return "kostenlos";
  return cents % 100 === 0 ? `${cents / 100} Euro` : `${Math.floor(cents / 100)} Euro ${cents % 100}`;
}

/** `Waschen + Schneiden + Föhnen` as one says it. */
export function sayService(name: string): string {
  const [last, ...before] = name.split(/ [+&] /).reverse();
  return before.length === 0 ? name : `${before.reverse().join(", ")} und ${last}`;
}

/** How a caller might put the time that they want, heard on the day of the call. */
export function sayWish(wanted: Date, calledAt: Date, random: Random): string {
  const { date, minutes } = toLocal(ZONE, wanted.getTime());
  const days = daysBetween(toLocal(ZONE, calledAt.getTime()).date, date);
  return `${sayWishedDay(date, days, random)} ${random.pick(dayParts(minutes))}`;
}

function sayWishedDay(date: LocalDate, days: number, random: Random): string {
  const named = `${Number(date.slice(8))}. ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
  if (days <= 0) return "heute";
  if (days === 1) return "morgen";
  if (days === 2) return "übermorgen";
  if (days < 7)
    return random.pick([`am ${weekdayName(date)}`, `diesen ${weekdayName(date)}`, `am kommenden ${weekdayName(date)}`]);
  if (days < 14)
    return random.pick([`nächste Woche ${weekdayName(date)}`, `${weekdayName(date)} in einer Woche`, `am ${named}`]);
  return random.pick([`am ${named}`, `am ${weekdayName(date)}, den ${Number(date.slice(8))}.`]);
}

function dayParts(minutes: number): string[] {
  if (minutes < 10 * 60 + 30) return ["in der Früh", "morgens", "gleich in der Früh", "vormittags"];
  if (minutes < 12 * 60) return ["vormittags", "am Vormittag", "vor dem Mittag", "so gegen elf"];
  if (minutes < 14 * 60) return ["gegen Mittag", "mittags", "in der Mittagspause"];
  if (minutes < 16 * 60 + 30) return ["nachmittags", "am Nachmittag", "ab zwei", "nach der Schule"];
  return ["nach Feierabend", "am späten Nachmittag", "ab siebzehn Uhr", "gegen Abend"];
}
