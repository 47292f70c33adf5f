"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChartColumn, Table2 } from "lucide-react";
import { useLocale } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useTRPC } from "../providers/trpc-provider";
import { useText } from "../shared/use-text";
import { WhenInView } from "../shared/when-in-view";
import { Widget, WidgetNote } from "../shared/widget";
import { useBranch } from "../tenancy/use-branch";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { type TrendPoint, totalsOf, trendPoints } from "./trend-series";
import { usePeriod } from "./use-period";

const TrendTable = lazy(() => import("./trend-table").then((file) => ({ default: file.TrendTable })));
const TrendChart = lazy(() => import("./trend-chart").then((file) => ({ default: file.TrendChart })));

/** Calls beside appointments over the period. The drawing comes when it is scrolled to; the table says the same in numbers. */
export function TrendCard({ className }: { className?: string }) {
  const text = useText("analytics");
  const locale = useLocale();
  const { period } = usePeriod();
  const branchId = useBranch() ?? undefined;
  const trpc = useTRPC();
  const [isTable, setTable] = useState(false);
  const figures = useQuery(
    trpc.analytics.dashboard.queryOptions({ period, branchId }, { placeholderData: keepPreviousData }),
  );
  const label = text(isTable ? "trend.chart" : "trend.table");
  return (
    <Widget
      title={text("trend.title")}
      query={figures}
      className={className}
      skeleton={<ChartSkeleton />}
      action={
        <Button variant="ghost" size="iconSm" aria-label={label} title={label} onClick={() => setTable(!isTable)}>
          {isTable ? <ChartColumn /> : <Table2 />}
        </Button>
      }
    >
      {(data) => {
        const points = trendPoints(data, locale);
        if (!isTable) return <Trend points={points} />;
        return (
          <Suspense fallback={<ChartSkeleton />}>
            <TrendTable points={points} />
          </Suspense>
        );
      }}
    </Widget>
  );
}

function Trend({ points }: { points: TrendPoint[] }) {
  const text = useText("analytics");
  const totals = totalsOf(points);
  if (totals.calls + totals.appointments === 0) return <WidgetNote>{text("trend.empty")}</WidgetNote>;
  return (
    <figure className="flex flex-1 flex-col p-4">
      <figcaption className="flex flex-wrap items-center gap-x-5 gap-y-1 pb-3 text-sm">
        <Legend colour="bg-neutral-8" label={text("trend.calls")} />
        <Legend colour="bg-primary" label={text("trend.appointments")} />
        <span className="text-muted-foreground sm:ml-auto">{text("trend.summary", totals)}</span>
      </figcaption>
      <WhenInView className="h-64 min-w-0" fallback={<Skeleton className="h-full w-full" />}>
        <Suspense fallback={<Skeleton className="h-full w-full" />}>
          <TrendChart points={points} />
        </Suspense>
      </WhenInView>
    </figure>
  );
}

function Legend({ colour, label }: { colour: string; label: string }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className={`size-2.5 rounded-sm ${colour}`} />
      {label}
    </span>
  );
}

function ChartSkeleton() {
  return (
    <div className="flex flex-col gap-3 p-4">
      <Skeleton className="h-4.5 w-48" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
