"use client";

import { useText } from "../shared/use-text";
import { cn } from "../ui/cn";
import { PERIODS } from "./period";
import { usePeriod } from "./use-period";

export function PeriodPicker() {
  const text = useText("analytics");
  const { period, choose } = usePeriod();
  return (
    <fieldset className="inline-flex rounded-md border border-neutral-7 bg-card p-0.5">
      <legend className="sr-only">{text("dashboard.period.label")}</legend>
      {PERIODS.map((each) => (
        <label
          key={each}
          className={cn(
            "relative flex h-[calc(var(--control)-6px)] cursor-pointer items-center rounded-[6px] px-3 font-medium transition-colors has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2",
            each === period ? "bg-primary-subtle text-primary-text" : "text-muted-foreground hover:text-foreground",
          )}
        >
          <input
            type="radio"
            name="period"
            value={each}
            checked={each === period}
            onChange={() => choose(each)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {text(`dashboard.period.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
