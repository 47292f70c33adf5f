"use client";

import { useQuery } from "@tanstack/react-query";
import type { StaffUtilisation as Utilisation } from "@/server/availability/utilisation/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Widget, WidgetRowsSkeleton } from "../shared/widget";

/** How full somebody's next weeks are. */
export function StaffUtilisation({ staffId }: { staffId: string }) {
  const text = useText("staff");
  const isAllowed = useCan("view_working_hours");
  const utilisation = useQuery(useTRPC().utilisation.getOfStaff.queryOptions({ staffId }, { enabled: isAllowed }));
  if (!isAllowed) return null;
  return (
    <Widget
      title={text("utilisation.title")}
      query={utilisation}
      skeleton={<WidgetRowsSkeleton rows={4} rowClass="h-13" />}
    >
      {({ weeks }) => (
        <ul className="flex flex-col gap-3 p-4">
          {weeks.map((week) => (
            <WeekBar key={week.date} week={week} />
          ))}
        </ul>
      )}
    </Widget>
  );
}

function WeekBar({ week: { date, workingMinutes, bookedMinutes, branches } }: { week: Utilisation["weeks"][number] }) {
  const text = useText("staff");
  const format = useFormatters("UTC");
  const share = workingMinutes > 0 ? bookedMinutes / workingMinutes : 0;
  const day = format.date(date);
  return (
    <li className="flex flex-col gap-1">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span>{text("utilisation.week", { date: day })}</span>
        <span className="text-muted-foreground tabular-nums">
          {workingMinutes === 0
            ? text("utilisation.none")
            : text("utilisation.of", {
                booked: format.minutes(bookedMinutes),
                working: format.minutes(workingMinutes),
              })}
        </span>
      </p>
      <meter
        className="sr-only"
        aria-label={text("utilisation.label", { date: day })}
        min={0}
        max={100}
        value={Math.min(100, Math.round(share * 100))}
      />
      <div aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-neutral-4">
        <div className="h-full rounded-full bg-primary" style={{ width: `${Math.min(100, share * 100)}%` }} />
      </div>
      {branches.length > 1 && (
        <p className="text-muted-foreground text-sm tabular-nums">
          {branches.map((branch) => `${branch.name} ${format.minutes(branch.bookedMinutes)}`).join(" · ")}
        </p>
      )}
    </li>
  );
}
