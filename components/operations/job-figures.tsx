"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { StatCard, StatRow } from "../shared/stat-card";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { LOOK_AGAIN_MS } from "./look-again";

const MINUTE_SECONDS = 60;

/** How much is to be done in the background, and how long the oldest of it waits. */
export function JobFigures() {
  const text = useText("jobs");
  const format = useFormatters();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(
    trpc.platform.jobs.getStatus.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }),
  );
  const waits = Math.round(data.oldestWaitSeconds);
  const oldest =
    waits < 2 * MINUTE_SECONDS
      ? text("figures.seconds", { count: waits })
      : text("figures.minutes", { count: Math.round(waits / MINUTE_SECONDS) });
  return (
    <section aria-label={text("figures.label")}>
      <StatRow>
        <StatCard label={text("figures.failed")} value={format.number(data.failedRuns)} />
        <StatCard label={text("figures.due")} value={format.number(data.dueJobs + data.unpublishedEvents)} />
        <StatCard label={text("figures.oldest")} value={oldest} />
        <StatCard label={text("figures.planned")} value={format.number(data.plannedJobs)} />
      </StatRow>
    </section>
  );
}
