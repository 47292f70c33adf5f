"use client";

import { useQuery } from "@tanstack/react-query";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { StatCard, StatCardSkeleton } from "../../shared/stat-card";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import type { toModificationQuery } from "./modification-filters";

/** How much was changed in the chosen period, and what it costs. */
export function ModificationFigures({ query }: { query: ReturnType<typeof toModificationQuery> }) {
  const text = useText("modifications");
  const formatters = useFormatters();
  const { currency } = useCompany();
  const { data, isError } = useQuery(useTRPC().modifications.summary.queryOptions(query));
  if (isError) return null;
  const figures = data && [
    ["changes", formatters.number(data.changes)],
    ["cancelled", formatters.number(data.cancelled)],
    ["violations", formatters.number(data.violations)],
    ["fees", formatters.money(data.feeCents, currency)],
  ];
  return (
    <div className="grid grid-cols-2 gap-2 pb-4 sm:gap-4 lg:grid-cols-4">
      {figures
        ? figures.map(([key, value]) => <StatCard key={key} label={text(`figures.${key}`)} value={value ?? ""} />)
        : [1, 2, 3, 4].map((figure) => <StatCardSkeleton key={figure} />)}
    </div>
  );
}
