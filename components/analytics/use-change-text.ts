"use client";

import { useLocale } from "next-intl";
import { useText } from "../shared/use-text";
import type { Change } from "./figure-change";
import { usePeriod } from "./use-period";

interface Reading {
  unit: "percent" | "points";
  /** Left out where more is neither good nor bad. */
  isMoreGood?: boolean;
}

/** Words for a change, as a figure card wants them: `+12 %`, `−2,5 Punkte`, `unverändert`. */
export function useChangeText() {
  const text = useText("analytics");
  const { period } = usePeriod();
  const locale = useLocale();
  const signed = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { signDisplay: "always", ...options }).format(value);

  return (change: Change | null, { unit, isMoreGood }: Reading) => {
    if (!change) return undefined;
    const { direction, by } = change;
    const isGood = isMoreGood === undefined ? undefined : (direction === "up") === isMoreGood;
    return { text: wordsOf(), direction, isGood, comparedTo: text(`dashboard.comparedTo.${period}`) };

    function wordsOf(): string {
      if (direction === "flat") return text("figures.same");
      if (by === null) return text("figures.fromNothing");
      if (unit === "percent") return signed(by, { style: "percent", maximumFractionDigits: 0 });
      return text("figures.points", { points: signed(by, { maximumFractionDigits: 1 }) });
    }
  };
}
