import { addDays, toLocal } from "@/server/core/time";
import type { SayOptions, TimeWish, WishRange } from "../schema";
import { languageOf } from "./languages";
import { sayList } from "./say";

const MOST_SPOKEN = 3;
const FULL_DAY = 24 * 60;

/** What was understood, in words: "Donnerstag, den 26. November, nachmittags". Empty when nothing was. */
export function describeWish({ ranges, exclude, asap }: TimeWish, options: SayOptions): string {
  const { voice } = languageOf(options.language);
  const isOpen = asap === true && ranges.length === 1 && ranges[0]?.allDay === false && ranges[0].from !== ranges[0].to;
  const wanted = isOpen ? "" : describeRanges(ranges, options);
  const refused =
    exclude.length > 0 && exclude.length <= MOST_SPOKEN ? `${voice.except} ${describeRanges(exclude, options)}` : "";
  return [wanted, asap ? voice.asap : "", refused].filter((part) => part !== "").join(", ");
}

/** The first few ranges as alternatives. */
export function describeRanges(ranges: readonly WishRange[], options: SayOptions): string {
  const spoken = ranges.slice(0, MOST_SPOKEN).map((range) => describeRange(range, options));
  return sayList([...new Set(spoken)], { language: options.language });
}

function describeRange({ from, to, allDay }: WishRange, { zone, language }: SayOptions): string {
  const { voice } = languageOf(language);
  const start = toLocal(zone, from);
  const end = toLocal(zone, to);
  if (allDay) return voice.span({ first: start.date, last: addDays(end.date, -1) }, false);
  const last = end.minutes === 0 ? addDays(end.date, -1) : end.date;
  if (last > start.date)
    return voice.dateAndClock(
      voice.span({ first: start.date, last }, false),
      voice.window(start.minutes, end.minutes || FULL_DAY),
    );
  const day = voice.date(start.date, false);
  if (from === to) return voice.dateAndClock(day, voice.clock(start.minutes));
  const until = end.date > start.date ? FULL_DAY : end.minutes;
  return voice.dateAndClock(day, voice.part(start.minutes, until) ?? voice.window(start.minutes, until));
}
