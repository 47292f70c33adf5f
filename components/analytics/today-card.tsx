"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Today } from "@/server/analytics/schema";
import { useTRPC } from "../providers/trpc-provider";
import { PageLink } from "../shared/page-link";
import { useText } from "../shared/use-text";
import { Widget, WidgetNote, WidgetRowsSkeleton } from "../shared/widget";
import { useBranch } from "../tenancy/use-branch";
import { Button } from "../ui/button";
import { TodayLine } from "./today-line";

/** What comes next today; how far the day has come stands above it. */
export function TodayCard({ className }: { className?: string }) {
  const text = useText("analytics");
  const branchId = useBranch() ?? undefined;
  const trpc = useTRPC();
  const today = useQuery(trpc.analytics.today.queryOptions({ branchId }, { placeholderData: keepPreviousData }));
  return (
    <Widget
      title={text("today.title")}
      query={today}
      className={className}
      skeleton={<WidgetRowsSkeleton rows={6} rowClass="h-15" />}
      action={
        <Button variant="link" size="inline" asChild>
          <PageLink href="/today">{text("today.all")}</PageLink>
        </Button>
      }
    >
      {(data) => (data.total === 0 ? <FreeDay /> : <Day data={data} />)}
    </Widget>
  );
}

function Day({ data }: { data: Today }) {
  const text = useText("analytics");
  const { upcoming, total, done, cancelled, noShow } = data;
  const later = Math.max(0, total - done - noShow - upcoming.length);
  const asides = [
    cancelled > 0 && text("today.cancelled", { count: cancelled }),
    noShow > 0 && text("today.noShow", { count: noShow }),
  ].filter(Boolean);
  return (
    <>
      <div className="flex flex-col gap-2 px-4 py-3">
        <p className="text-muted-foreground text-sm">
          {[text("today.progress", { done, total }), ...asides].join(" · ")}
        </p>
        <div aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-neutral-4">
          <div className="h-full rounded-full bg-primary" style={{ width: `${(done / total) * 100}%` }} />
        </div>
      </div>
      {upcoming.length === 0 ? (
        <WidgetNote>{text("today.over")}</WidgetNote>
      ) : (
        <ul className="divide-y border-t">
          {upcoming.map((appointment) => (
            <TodayLine key={appointment.id} appointment={appointment} />
          ))}
        </ul>
      )}
      {later > 0 && upcoming.length > 0 && (
        <p className="mt-auto border-t px-4 py-2.5 text-muted-foreground text-sm">
          {text("today.more", { count: later })}
        </p>
      )}
    </>
  );
}

function FreeDay() {
  const text = useText("analytics");
  return (
    <WidgetNote>
      <p>{text("today.free")}</p>
      <Button asChild>
        <PageLink href="/appointments">{text("today.plan")}</PageLink>
      </Button>
    </WidgetNote>
  );
}
