"use client";

import type { Instant } from "../shared/formatters";
import { useFormatters } from "../shared/use-formatters";

/** `21.11.2026, 08:37`: a log is read years later. */
export function useExactTime() {
  const { date, time } = useFormatters();
  return (at: Instant) => `${date(at)}, ${time(at)}`;
}
