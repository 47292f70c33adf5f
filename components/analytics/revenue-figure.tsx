"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useTRPC } from "../providers/trpc-provider";
import { formatMoney } from "../shared/formatters";
import { StatCard } from "../shared/stat-card";
import { useText } from "../shared/use-text";
import { useBranch } from "../tenancy/use-branch";
import { changeOfCount } from "./figure-change";
import { FigureSkeleton } from "./figure-skeleton";
import { Sparkline } from "./sparkline";
import { wholeBuckets } from "./sparkline-path";
import { useChangeText } from "./use-change-text";
import { usePeriod } from "./use-period";

/** Asked for on its own: not everybody who sees the other figures may see money. */
export function RevenueFigure() {
  const text = useText("analytics");
  const locale = useLocale();
  const describe = useChangeText();
  const { period } = usePeriod();
  const branchId = useBranch() ?? undefined;
  const trpc = useTRPC();
  const revenue = useQuery(
    trpc.analytics.revenue.queryOptions({ period, branchId }, { placeholderData: keepPreviousData }),
  );
  if (!revenue.data)
    return revenue.error ? (
      <StatCard label={text("figures.revenue")} value={text("figures.none")} />
    ) : (
      <FigureSkeleton />
    );
  const { bookedCents, currency } = revenue.data;
  return (
    <StatCard
      label={text("figures.revenue")}
      value={formatMoney(bookedCents.value, { currency, locale, isWhole: true })}
      change={describe(changeOfCount(bookedCents), { unit: "percent", isMoreGood: true })}
    >
      <Sparkline values={wholeBuckets(revenue.data).map((point) => point.bookedCents)} />
    </StatCard>
  );
}
