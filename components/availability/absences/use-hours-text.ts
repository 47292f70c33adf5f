"use client";

import { useLocale } from "next-intl";
import type { ExceptionView } from "@/server/availability/exceptions/schema";
import { timesOfDay } from "@/server/core/time-of-day";

/** The times of a day with hours of its own: "09:00–13:00, 14:00–18:00". */
export function useHoursText() {
  const locale = useLocale();
  return (hours: ExceptionView["hours"]): string | undefined =>
    hours?.map(({ startTime, endTime }) => timesOfDay({ from: startTime, until: endTime }, locale)).join(", ");
}
