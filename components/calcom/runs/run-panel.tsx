"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { ErrorState } from "../../shared/error-state";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { Skeleton } from "../../ui/skeleton";
import { toast } from "../../ui/toast-store";
import { DriftFigures } from "./drift-figures";
import { RunLine } from "./run-line";
import { Unwritten } from "./unwritten";

const SHOWN = 5;
const LOOK_AGAIN_MS = 2000;

/** How both sides were compared lately and how far the one that runs is; another one, or all of the past, at a click. */
export function RunPanel() {
  const text = useText("calcom-runs");
  const { calcom } = useTRPC();
  const runs = useQuery(
    calcom.listRuns.queryOptions(
      { limit: SHOWN },
      { refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? LOOK_AGAIN_MS : false) },
    ),
  );
  const seesHealth = useCan("view_integration_health");
  const options = { onSuccess: () => toast({ title: text("started") }) };
  const compare = useMutation(calcom.startReconciliation.mutationOptions(options));
  const takeIn = useMutation(calcom.startImport.mutationOptions(options));
  const isBusy = runs.data?.items.some(isRunning) ?? false;
  const error = compare.error ?? takeIn.error;
  return (
    <Card aria-labelledby="calcom-runs">
      <CardHeader className="flex min-h-12 flex-wrap items-center justify-between gap-3 border-b px-4 py-2">
        <CardTitle id="calcom-runs">{text("title")}</CardTitle>
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            isBusy={compare.isPending}
            disabled={isBusy}
            onClick={() => compare.mutate({ kind: "window" })}
          >
            {text("compare")}
          </Button>
          <Button size="sm" isBusy={takeIn.isPending} disabled={isBusy} onClick={() => takeIn.mutate({})}>
            {text("import")}
          </Button>
        </div>
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        <p className="text-muted-foreground">{text("what")}</p>
        {seesHealth && <DriftFigures />}
        <Unwritten />
        <div aria-live="polite" className="empty:hidden">
          {error && <RefusalNote error={error} />}
        </div>
        {runs.isError ? (
          <ErrorState error={runs.error} onRetry={() => runs.refetch()} />
        ) : !runs.data ? (
          <Skeleton className="h-24" />
        ) : runs.data.items.length === 0 ? (
          <p className="text-muted-foreground">{text("none")}</p>
        ) : (
          <ul className="divide-y">
            {runs.data.items.map((run) => (
              <RunLine key={run.id} run={run} />
            ))}
          </ul>
        )}
      </CardContent>
    </Card>
  );
}

const isRunning = ({ state }: { state: string }): boolean => state === "running";
