import { type BookableRange, bookableRange } from "./bookable-range";
import type { BookingTerms, CalendarData } from "./calendar-data";
import type { Link } from "./links";
import type { Eligible } from "./people";
import type { SlotRequest } from "./slot";

export interface WishedLinks {
  links: readonly Link[];
  data: CalendarData;
}

/** Somebody with whom what is wanted may begin, and when as far as notice and horizon go. */
export interface Beginner extends BookableRange {
  /** The person's place in the calendar's list. */
  index: number;
  terms: readonly BookingTerms[];
}

/**
 * What is wanted begins on the terms of the person who begins it, where they have any for the service; for what follows
 * the service's own hold as well. Whoever has none of their own shares one range.
 */
export function beginnersOf(
  request: SlotRequest,
  { links, data, people }: WishedLinks & { people: readonly Eligible[] },
): Beginner[] {
  const [service, ...others] = servicesOf(links);
  const rangeOn = (terms: readonly BookingTerms[]) => bookableRange({ ...request, zone: data.zone, terms });
  const common = service ? [service, ...others] : others;
  let shared: BookableRange | undefined;
  return people.map(({ index }) => {
    const own = service && data.staff[index]?.terms?.[service.id];
    if (own) return { index, terms: [own, ...others], ...rangeOn([own, ...others]) };
    shared ??= rangeOn(common);
    return { index, terms: common, ...shared };
  });
}

/** One for each part of what is wanted. */
function servicesOf(links: readonly Link[]) {
  return links.filter(({ part }, nr) => links[nr - 1]?.part !== part).map(({ service }) => service);
}

/** From when to when anybody may begin, ranges of several taken together. */
export function widestRange(ranges: readonly BookableRange[]): BookableRange {
  const from = (stretch: "asked" | "bookable") => Math.min(...ranges.map((range) => range[stretch].from));
  const until = (stretch: "asked" | "bookable") => Math.max(...ranges.map((range) => range[stretch].until));
  return {
    asked: { from: from("asked"), until: until("asked") },
    bookable: { from: from("bookable"), until: until("bookable") },
    noticeKeptFrom: Math.min(...ranges.map(({ noticeKeptFrom }) => noticeKeptFrom)),
    horizonEndsAt: Math.max(...ranges.map(({ horizonEndsAt }) => horizonEndsAt)),
  };
}
