"use client";

import { faultOf } from "@/server/availability/hours/rules/shifts";
import type { DayHours } from "@/server/availability/hours/schema";
import { intersectIntervals } from "@/server/availability/rules/interval";
import { minutesOfShifts } from "@/server/availability/rules/weekly-hours";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

interface WeekSummaryProps {
  before: readonly DayHours[];
  after: readonly DayHours[];
  opening: readonly DayHours[] | undefined;
  general: readonly DayHours[] | undefined;
  branchName: string | undefined;
}

/** What the change means in hours: how much is worked, and how much of it can be booked while the branch is open. */
export function WeekSummary({ before, after, opening, general, branchName }: WeekSummaryProps) {
  const text = useText("working-hours");
  const { number } = useFormatters();
  const hours = (days: readonly DayHours[], within?: readonly DayHours[]) =>
    days.reduce((sum, day) => sum + minutesOn(day, { within, general }), 0) / 60;
  const [was, is] = [hours(before), hours(after)];
  return (
    <dl aria-live="polite" className="flex flex-wrap gap-x-8 gap-y-2 rounded-lg border bg-card px-4 py-3">
      <div>
        <dt className="text-muted-foreground text-sm">{text("summary.week")}</dt>
        <dd className="font-medium tabular-nums">
          {text("summary.hours", { hours: number(is) })}
          {was !== is && <span className="text-muted-foreground"> {text("summary.was", { hours: number(was) })}</span>}
        </dd>
      </div>
      {opening && (
        <div>
          <dt className="text-muted-foreground text-sm">{text("summary.bookable", { branch: branchName ?? "" })}</dt>
          <dd className="font-medium tabular-nums">
            {text("summary.hours", { hours: number(hours(after, opening)) })}
            {hours(before, opening) !== hours(after, opening) && (
              <span className="text-muted-foreground">
                {" "}
                {text("summary.was", { hours: number(hours(before, opening)) })}
              </span>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

function minutesOn(
  day: DayHours,
  { within, general }: { within: readonly DayHours[] | undefined; general: readonly DayHours[] | undefined },
): number {
  const same = (days: readonly DayHours[] | undefined) => days?.find(({ dayOfWeek }) => dayOfWeek === day.dayOfWeek);
  const open = openOn(day.mode === "general" ? same(general) : day);
  const counted = within ? intersectIntervals(open, openOn(same(within))) : open;
  return counted.reduce((sum, { from, until }) => sum + until - from, 0);
}

const openOn = (day: DayHours | undefined) =>
  day?.mode === "open" && !faultOf(day.shifts) ? minutesOfShifts(day.shifts) : [];
