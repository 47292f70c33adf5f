import { FROM_MONDAY } from "@/server/availability/hours/rules/week-words";
import type { DayHours } from "@/server/availability/hours/schema";
import { axisOf, barsOf } from "./bar-layout";

/** Seven short columns: the shape of a week at a glance. */
export function WeekPreview({ days }: { days: readonly DayHours[] }) {
  const axis = axisOf([days]);
  return (
    <div aria-hidden="true" className="flex h-12 w-28 shrink-0 gap-1 max-sm:hidden">
      {FROM_MONDAY.map((dayOfWeek) => (
        <div key={dayOfWeek} className="relative flex-1 overflow-hidden rounded-sm bg-neutral-3">
          {barsOf(days.find((day) => day.dayOfWeek === dayOfWeek) ?? { shifts: [] }, axis).map(({ left, width }) => (
            <span
              key={left}
              className="absolute inset-x-0 bg-primary"
              style={{ top: `${left}%`, height: `${width}%` }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
