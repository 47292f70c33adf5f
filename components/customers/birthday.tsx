"use client";

import { useLocale } from "next-intl";
import { formatDate } from "../shared/formatters";

/** A calendar day has no zone: it is the same day everywhere. */
export function Birthday({ date }: { date: string }) {
  return <time dateTime={date}>{formatDate(`${date}T00:00:00Z`, { locale: useLocale(), zone: "UTC" })}</time>;
}
