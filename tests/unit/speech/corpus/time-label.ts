import { fromWall, minutesOf } from "@/server/core/time";
import type { TimeWish, WishRange } from "@/server/speech/schema";
import type { Utterance } from "./utterance";

const ZONE = "Europe/Berlin";
const DAY = 86_400_000;

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A label's date without a year is the next one from today. */
function fullDate(text: string, today: string): string {
  if (text.length > 5) return text;
  const year = Number(today.slice(0, 4));
  return text >= today.slice(5) ? `${year}-${text}` : `${year + 1}-${text}`;
}

function* daysFrom(first: string, last: string): Generator<string> {
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY) yield isoDay(at);
}

function rangesOfPart(label: string, today: string): WishRange[] {
  const full = (date: string) => fullDate(date, today);
  const at = (day: string, time: string) => fromWall(ZONE, full(day), minutesOf(time));
  const daily = /^([\d-]+)\.\.([\d-]+)T([\d:]+)-([\d:]+)$/.exec(label);
  if (daily) {
    const [, first = "", last = "", from = "", to = ""] = daily;
    return [...daysFrom(full(first), full(last))].map((day) => ({
      from: at(day, from),
      to: at(day, to),
      allDay: false,
    }));
  }
  const moment = /^([\d-]+?)T(\d\d:\d\d)(?:-(?:([\d-]+)T)?(\d\d:\d\d))?$/.exec(label);
  if (moment) {
    const [, date = "", from = "", endDate, to = from] = moment;
    return [{ from: at(date, from), to: at(endDate ?? date, to), allDay: false }];
  }
  const [first = "", last = first] = label.split("..");
  const end = isoDay(Date.parse(full(last)) + DAY);
  return [{ from: fromWall(ZONE, full(first), 0), to: fromWall(ZONE, end, 0), allDay: true }];
}

const rangesOf = (label: string, today: string): WishRange[] =>
  label === "" ? [] : label.split("|").flatMap((part) => rangesOfPart(part.trim(), today));

const areSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether a wish is what the label says; of a question whatever the ranges, only that it is asked. */
export function isRight(wish: TimeWish, [, meant, refused]: Utterance, today: string): boolean {
  const mustAsk = meant.endsWith("?");
  if (mustAsk !== (wish.ask !== undefined)) return false;
  if (refused && !areSame(wish.exclude, rangesOf(refused, today))) return false;
  if (meant.startsWith("*")) return true;
  return areSame(wish.ranges, rangesOf(meant.replace("?", "").trim(), today));
}
