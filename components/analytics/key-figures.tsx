"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Dashboard } from "@/server/analytics/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { ErrorState } from "../shared/error-state";
import { StatCard } from "../shared/stat-card";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { useBranch } from "../tenancy/use-branch";
import { cn } from "../ui/cn";
import { changeOfCount, changeOfShare } from "./figure-change";
import { FigureGrid } from "./figure-grid";
import { FigureSkeleton } from "./figure-skeleton";
import { RevenueFigure } from "./revenue-figure";
import { Sparkline } from "./sparkline";
import { wholeBuckets } from "./sparkline-path";
import { useChangeText } from "./use-change-text";
import { usePeriod } from "./use-period";

/** Calls, appointments, conversion, and for those who may see it revenue; each against the period before. */
export function KeyFigures() {
  const text = useText("analytics");
  const { period } = usePeriod();
  const branchId = useBranch() ?? undefined;
  const trpc = useTRPC();
  const canSeeRevenue = useCan("view_analytics");
  const figures = useQuery(
    trpc.analytics.dashboard.queryOptions({ period, branchId }, { placeholderData: keepPreviousData }),
  );
  return (
    <section
      aria-label={text("figures.label")}
      aria-busy={figures.isPlaceholderData || undefined}
      className={cn(figures.isPlaceholderData && "opacity-60")}
    >
      <FigureGrid count={canSeeRevenue ? 4 : 3}>
        {figures.data ? (
          <Figures data={figures.data} />
        ) : figures.error ? (
          <div className="col-span-full rounded-lg border bg-card">
            <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />
          </div>
        ) : (
          [0, 1, 2].map((place) => <FigureSkeleton key={place} />)
        )}
        {canSeeRevenue && <RevenueFigure />}
      </FigureGrid>
    </section>
  );
}

function Figures({ data }: { data: Dashboard }) {
  const text = useText("analytics");
  const format = useFormatters();
  const describe = useChangeText();
  const { calls, appointments, conversion } = data;
  const series = wholeBuckets(data);
  return (
    <>
      <StatCard
        label={text("figures.calls")}
        value={format.number(calls.value)}
        change={describe(changeOfCount(calls), { unit: "percent" })}
      >
        <Sparkline values={series.map((point) => point.calls)} />
      </StatCard>
      <StatCard
        label={text("figures.appointments")}
        value={format.number(appointments.value)}
        change={describe(changeOfCount(appointments), { unit: "percent", isMoreGood: true })}
      >
        <Sparkline values={series.map((point) => point.appointments)} />
      </StatCard>
      <StatCard
        label={text("figures.conversion")}
        value={conversion.value === null ? text("figures.none") : format.percent(conversion.value)}
        change={describe(changeOfShare(conversion), { unit: "points", isMoreGood: true })}
      >
        <Sparkline values={series.map((point) => point.conversion)} />
      </StatCard>
    </>
  );
}
