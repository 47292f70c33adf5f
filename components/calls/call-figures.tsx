"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { LiveDot } from "../shared/live-dot";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { cn } from "../ui/cn";
import { Skeleton } from "../ui/skeleton";
import type { toStatsInput } from "./call-filters";

/** The five figures above the list, of the same period and branch. */
export function CallFigures({ input }: { input: ReturnType<typeof toStatsInput> }) {
  const text = useText("calls");
  const format = useFormatters();
  const { data, isError, isPlaceholderData } = useQuery(
    useTRPC().calls.stats.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  const figures = [
    {
      key: "total",
      value: data && format.number(data.total),
      hint: data && text("figures.answered", { count: data.answered }),
    },
    {
      key: "conversion",
      value: data && (data.conversionRate === null ? "–" : format.percent(data.conversionRate)),
      hint: data && text("figures.conversionHint", { count: data.withAppointment }),
    },
    {
      key: "duration",
      value: data && (data.averageDurationSec === null ? "–" : format.duration(data.averageDurationSec)),
    },
    { key: "unreviewed", value: data && format.number(data.unreviewed) },
    { key: "ongoing", value: data && format.number(data.ongoing), isLive: (data?.ongoing ?? 0) > 0 },
  ];
  return (
    <section
      aria-label={text("figures.label")}
      aria-busy={isPlaceholderData || undefined}
      className={cn(isPlaceholderData && "opacity-60")}
    >
      <dl className="grid grid-cols-6 gap-2 pb-4 sm:gap-3 lg:grid-cols-5 lg:gap-4">
        {figures.map(({ key, value, hint, isLive }) => (
          <div
            key={key}
            className="col-span-2 flex min-w-0 flex-col rounded-lg border bg-card px-3 py-2.5 sm:px-4 sm:py-3 lg:col-span-1 max-lg:[&:nth-child(-n+2)]:col-span-3"
          >
            <dt className="flex min-w-0 items-center gap-2 font-medium text-muted-foreground text-sm">
              <span className="truncate">{text(`figures.${key}`)}</span>
              {isLive && <LiveDot isPulsing />}
            </dt>
            <dd>
              {value !== undefined ? (
                <span className="font-semibold text-xl tabular-nums tracking-tight">{value}</span>
              ) : isError ? (
                <span className="font-semibold text-muted-foreground text-xl">–</span>
              ) : (
                <Skeleton className="my-0.5 h-6 w-14" />
              )}
              <span className="block min-h-4.5 truncate text-muted-foreground text-sm">{hint}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
