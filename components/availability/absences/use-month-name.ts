"use client";

import { useLocale } from "next-intl";

/** `2026-12` as "December 2026". */
export function useMonthName() {
  const locale = useLocale();
  return (month: string): string =>
    new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
      new Date(`${month}-15T00:00:00Z`),
    );
}
