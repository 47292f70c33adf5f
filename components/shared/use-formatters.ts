"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { useCompany } from "../providers/company-provider";
import type { Instant } from "./formatters";
import * as format from "./formatters";

/** The formatters, bound to the reader's language and the company's clock, or a branch's own when given. */
export function useFormatters(branchZone?: string) {
  const locale = useLocale();
  const company = useCompany();
  const zone = branchZone ?? company.timezone;
  return useMemo(() => {
    const place = { locale, zone };
    return {
      date: (at: Instant) => format.formatDate(at, place),
      day: (at: Instant) => format.formatDay(at, place),
      longDate: (at: Instant) => format.formatLongDate(at, place),
      time: (at: Instant) => format.formatTime(at, place),
      timeRange: (from: Instant, to: Instant) => format.formatTimeRange({ from, to }, place),
      dateTime: (at: Instant) => format.formatDateTime(at, place),
      duration: format.formatDuration,
      minutes: (minutes: number) => format.formatMinutes(minutes, locale),
      money: (amountCents: number, currency: string) => format.formatMoney(amountCents, { currency, locale }),
      number: (value: number) => format.formatNumber(value, locale),
      percent: (share: number) => format.formatPercent(share, locale),
    };
  }, [locale, zone]);
}
