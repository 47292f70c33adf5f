"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";

/** A Sunday. */
const FIRST = Date.UTC(2026, 0, 4);

/** From Sunday on, in the reader's language. */
export function useDayNames(length: "long" | "short" = "long"): string[] {
  const locale = useLocale();
  return useMemo(() => {
    const { format } = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: "UTC" });
    return Array.from({ length: 7 }, (_, day) => format(FIRST + day * 86_400_000));
  }, [locale, length]);
}
