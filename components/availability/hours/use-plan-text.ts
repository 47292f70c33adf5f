"use client";

import type { HoursPlan } from "@/server/availability/hours/schema";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

/** From when until when a week holds: "now", "from 1 Mar", "1 Jul – 31 Aug". */
export function usePlanText() {
  const text = useText("working-hours");
  const { date } = useFormatters("UTC");
  return ({ validFrom, validUntil }: Pick<HoursPlan, "validFrom" | "validUntil">, today: string) => {
    const isNow = (validFrom ?? "") <= today && today <= (validUntil ?? "9999");
    if (isNow) return validUntil ? text("plan.nowUntil", { until: date(validUntil) }) : text("plan.now");
    if (validFrom && validUntil) return text("plan.between", { from: date(validFrom), until: date(validUntil) });
    return validFrom
      ? text("plan.from", { from: date(validFrom) })
      : text("plan.until", { until: date(validUntil ?? "") });
  };
}
