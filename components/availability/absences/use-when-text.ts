"use client";

import { useLocale } from "next-intl";
import type { ExceptionView } from "@/server/availability/exceptions/schema";
import { timeOfDay, timesOfDay } from "@/server/core/time-of-day";
import { addDays } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";

type When = Pick<ExceptionView, "startsOn" | "endsOn" | "startTime" | "endTime">;

/** "Wed, 2 Dec", "2 – 4 Dec", "Wed, 2 Dec, 10:00–12:30". Days are days, wherever the reader is. */
export function useWhenText() {
  const { day, date } = useFormatters("UTC");
  const locale = useLocale();
  return ({ startsOn, endsOn, startTime, endTime }: When): string => {
    const isOneDay = startsOn === endsOn;
    if (startTime && endTime)
      return isOneDay
        ? `${day(startsOn)}, ${timesOfDay({ from: startTime, until: endTime }, locale)}`
        : `${day(startsOn)}, ${timeOfDay(startTime, locale)} – ${day(endsOn)}, ${timeOfDay(endTime, locale)}`;
    if (isOneDay) return day(startsOn);
    return addDays(startsOn, 200) < endsOn
      ? `${date(startsOn)} – ${date(endsOn)}`
      : `${day(startsOn)} – ${day(endsOn)}`;
  };
}
