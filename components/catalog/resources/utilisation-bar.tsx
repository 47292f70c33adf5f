"use client";

import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

/** How much of this week's opening hours something is taken. */
export function UtilisationBar({ week }: { week: { takenMinutes: number; openMinutes: number } }) {
  const text = useText("resources");
  const format = useFormatters();
  const share = week.openMinutes > 0 ? Math.min(1, week.takenMinutes / week.openMinutes) : 0;
  return (
    <span className="flex items-center gap-2" title={text("week.hint", { taken: format.minutes(week.takenMinutes) })}>
      <span aria-hidden="true" className="h-1.5 w-20 overflow-hidden rounded-full bg-neutral-5">
        <span className="block h-full bg-primary" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="tabular-nums">{format.percent(share)}</span>
    </span>
  );
}
