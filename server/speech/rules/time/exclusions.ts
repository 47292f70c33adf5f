import { toLocal } from "@/server/core/time";
import type { WishRange } from "../../schema";
import { inOrder } from "./ranges";
import type { Calendar, DaySpan } from "./reading";
import { resolveSegment } from "./resolve-wish";
import type { Segment } from "./segments";

interface Facts {
  ranges: readonly WishRange[];
  calendar: Calendar;
}

/** What was refused, as instants. A part of the day without a day is refused on each day that was wished for. */
export function excludedRanges(segments: readonly Segment[], { ranges, calendar }: Facts): WishRange[] {
  const refused = segments.flatMap((segment) => {
    const isEveryDay = segment.times.length > 0 && segment.day === undefined && ranges.length > 0;
    if (!isEveryDay) return refusedRanges(segment, { ranges, calendar });
    return daysWished(ranges, calendar).flatMap(
      (span) => resolveSegment({ day: spanRef(span), times: segment.times }, calendar).ranges,
    );
  });
  return inOrder(refused);
}

function refusedRanges(segment: Segment, { ranges, calendar }: Facts): WishRange[] {
  const refused = resolveSegment(segment, calendar).ranges;
  const { day } = segment;
  const isLoose = day?.kind === "weekday" && day.plusWeeks === 0 && (day.sense === "bare" || day.sense === "next");
  const isWeekend = day?.kind === "weekend" && day.sense === "bare" && day.plusWeeks === 0;
  if (day?.kind !== "every" && !isLoose && !isWeekend) return refused;
  // "Nächste Woche, aber nicht am Montag" is next week's Monday.
  const inside = daysWished(ranges, calendar).flatMap((span) => {
    const within = { kind: "within", day, period: spanRef(span) } as const;
    return resolveSegment({ day: within, times: segment.times }, calendar).ranges;
  });
  const met = inside.filter((range) => ranges.some((wish) => wish.from < range.to && range.from < wish.to));
  return met.length > 0 ? met : refused;
}

function daysWished(ranges: readonly WishRange[], { zone }: Calendar): DaySpan[] {
  return ranges.map(({ from, to }) => ({
    first: toLocal(zone, from).date,
    last: toLocal(zone, Math.max(from, to - 1)).date,
  }));
}

function spanRef({ first, last }: DaySpan) {
  return { kind: "span", first: dateRef(first), last: dateRef(last) } as const;
}

function dateRef(date: string) {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { kind: "date", year, month, day } as const;
}
