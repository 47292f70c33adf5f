import { useLocale } from "next-intl";
import type { DayHours } from "@/server/availability/hours/schema";
import { isTwelveHours } from "@/server/core/time-of-day";
import { type Axis, barsOf, ticksOf } from "./bar-layout";

interface DayBarProps {
  day: Pick<DayHours, "shifts">;
  axis: Axis;
  /** What lies behind it: when the branch is open. */
  behind?: Pick<DayHours, "shifts"> | undefined;
}

/** A day on its axis; the same is said in words beside it, so that it is only looked at. */
export function DayBar({ day, axis, behind }: DayBarProps) {
  return (
    <div aria-hidden="true" className="relative h-6 w-full overflow-hidden rounded-sm bg-neutral-3">
      {behind &&
        barsOf(behind, axis).map(({ left, width }) => (
          <span
            key={left}
            className="absolute inset-y-0 bg-neutral-5"
            style={{ left: `${left}%`, width: `${width}%` }}
          />
        ))}
      {ticksOf(axis).map(({ hour, left }) => (
        <span key={hour} className="absolute inset-y-0 w-px bg-neutral-1" style={{ left: `${left}%` }} />
      ))}
      {barsOf(day, axis).map(({ left, width }) => (
        <span
          key={left}
          className="absolute inset-y-1 rounded-sm bg-primary"
          style={{ left: `${left}%`, width: `${width}%` }}
        />
      ))}
    </div>
  );
}

/** The hours over the bars. */
export function AxisHours({ axis }: { axis: Axis }) {
  const hasTwelve = isTwelveHours(useLocale());
  return (
    <div aria-hidden="true" className="relative h-4 text-muted-foreground text-sm tabular-nums">
      {ticksOf(axis).map(({ hour, left }) => (
        <span
          key={hour}
          className="absolute -translate-x-1/2 first:translate-x-0 last:-translate-x-full"
          style={{ left: `${left}%` }}
        >
          {hasTwelve ? hour % 12 || 12 : hour}
        </span>
      ))}
    </div>
  );
}
