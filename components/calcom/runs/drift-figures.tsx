"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { DetailList } from "../../shared/detail-list";
import { PageLink } from "../../shared/page-link";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

/** How often both sides differed in the last week, and what of it still waits for somebody. */
export function DriftFigures() {
  const text = useText("calcom-runs");
  const formatters = useFormatters();
  const { data } = useQuery(useTRPC().calcom.driftRate.queryOptions({ days: 7 }));
  if (!data) return null;
  const waiting = (
    <PageLink key="open" href="/settings/calcom" className="underline underline-offset-2">
      {text("waiting", { count: data.open })}
    </PageLink>
  );
  return (
    <DetailList
      items={[
        [text("rate"), data.rate === null ? text("nothingCompared") : formatters.percent(data.rate)],
        [text("open"), waiting],
      ]}
    />
  );
}
