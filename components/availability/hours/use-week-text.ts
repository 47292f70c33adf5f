"use client";

import { useLocale } from "next-intl";
import { weekText } from "@/server/availability/hours/rules/week-text";
import { weekWords } from "@/server/availability/hours/rules/week-words";
import type { DayHours } from "@/server/availability/hours/schema";
import { restOf } from "./week-owner";

/** A week in one line, in the reader's language. */
export function useWeekText(owner: { staffId: string | null; branchId: string | null }) {
  const words = weekWords(useLocale());
  return (days: readonly DayHours[]) => weekText(days, { words, rest: restOf(owner) });
}
