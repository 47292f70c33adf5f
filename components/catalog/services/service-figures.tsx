"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { Skeleton } from "../../ui/skeleton";

/** How many services are offered; of them, those that nobody does. */
export function ServiceFigures() {
  const text = useText("catalog");
  const format = useFormatters();
  const branchId = useBranch() ?? undefined;
  const count = useQuery(useTRPC().services.count.queryOptions({ branchId }, { placeholderData: keepPreviousData }));
  return (
    <section aria-label={text("figures.label")} className="pb-4">
      <dl className="flex w-full flex-col rounded-lg border bg-card px-4 py-3 sm:w-80">
        <dt className="font-medium text-muted-foreground text-sm">{text("figures.active")}</dt>
        {count.data ? (
          <dd className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold text-xl tabular-nums tracking-tight">
              {format.number(count.data.active)}
            </span>
            <span className="text-muted-foreground text-sm">
              {text("figures.withoutStaff", { count: count.data.withoutStaff })}
            </span>
          </dd>
        ) : count.isError ? (
          <dd className="text-muted-foreground text-xl">–</dd>
        ) : (
          <dd>
            <Skeleton className="my-0.5 h-6 w-14" />
          </dd>
        )}
      </dl>
    </section>
  );
}
