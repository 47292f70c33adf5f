"use client";

import { useLocale } from "next-intl";
import type { LocalDate } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";
import type { View } from "./calendar-state";

/** What is on the page, in words: a day, a week from Monday to Sunday, a month. */
export function useTitle() {
  const formatters = useFormatters("UTC");
  const locale = useLocale();
  return (view: View, { date, days }: { date: LocalDate; days: readonly LocalDate[] }): string => {
    if (view === "day") return formatters.longDate(date);
    if (view === "week") return `${formatters.date(days[0] ?? date)} – ${formatters.date(days.at(-1) ?? date)}`;
    const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
    return month.format(new Date(date));
  };
}
