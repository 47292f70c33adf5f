"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { useBranch } from "../tenancy/use-branch";
import { Skeleton } from "../ui/skeleton";

const FIGURES = ["total", "recent", "regular"] as const;

/** The three figures above the list. */
export function CustomerFigures() {
  const text = useText("customers");
  const format = useFormatters();
  const branchId = useBranch() ?? undefined;
  const figures = useQuery(
    useTRPC().analytics.customers.queryOptions({ branchId }, { placeholderData: keepPreviousData }),
  );
  return (
    <section aria-label={text("figures.label")}>
      <dl className="grid grid-cols-3 gap-2 pb-4 sm:gap-4">
        {FIGURES.map((key) => (
          <div key={key} className="flex min-w-0 flex-col rounded-lg border bg-card px-3 py-2.5 sm:px-4 sm:py-3">
            <dt
              className="mb-auto font-medium text-muted-foreground text-sm sm:truncate"
              title={key === "regular" ? text("figures.regularHint") : undefined}
            >
              {text(`figures.${key}`)}
            </dt>
            <dd className="font-semibold text-xl tabular-nums tracking-tight">
              {figures.data ? (
                format.number(figures.data[key])
              ) : figures.isError ? (
                <span className="text-muted-foreground">–</span>
              ) : (
                <Skeleton className="my-0.5 h-6 w-14" />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
