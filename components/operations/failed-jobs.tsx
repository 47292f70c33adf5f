"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { lazy, useState } from "react";
import { useTRPC } from "../providers/trpc-provider";
import { DataTable } from "../shared/data-table/table";
import { DialogSlot } from "../shared/dialog-slot";
import { EmptyState } from "../shared/empty-state";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Card, CardHeader, CardTitle } from "../ui/card";
import { failedJobColumns, failedJobError } from "./failed-job-columns";
import { LOOK_AGAIN_MS } from "./look-again";
import { RetryJobButton } from "./retry-job-button";

const RetryAllDialog = lazy(() => import("./retry-all-dialog").then((file) => ({ default: file.RetryAllDialog })));

/** What was tried for the last time, with its error, and another start of one or of all. */
export function FailedJobs() {
  const text = useText("jobs");
  const trpc = useTRPC();
  const [isAsked, setAsked] = useState(false);
  const every = { refetchInterval: LOOK_AGAIN_MS };
  const { data: runs } = useSuspenseQuery(trpc.platform.jobs.listFailed.queryOptions(undefined, every));
  const { data: status } = useSuspenseQuery(trpc.platform.jobs.getStatus.queryOptions(undefined, every));
  const count = Math.max(status.failedRuns, runs.length);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("list")}</CardTitle>
        {runs.length > 1 && <Button onClick={() => setAsked(true)}>{text("retryAll")}</Button>}
      </CardHeader>
      {runs.length === 0 ? (
        <EmptyState icon={CircleCheck} title={text("empty.title")}>
          {text("empty.hint")}
        </EmptyState>
      ) : (
        <DataTable
          caption={text("list")}
          columns={failedJobColumns(text, (run) => <RetryJobButton run={run} />)}
          rows={runs}
          rowId={({ runId }) => runId}
          phoneDetail={(run) => <span className="break-words">{failedJobError(text, run)}</span>}
        />
      )}
      {count > runs.length && (
        <p className="border-t px-4 py-3 text-muted-foreground text-sm">
          {text("newest", { shown: runs.length, count })}
        </p>
      )}
      <DialogSlot isOpen={isAsked} onClose={() => setAsked(false)}>
        <RetryAllDialog />
      </DialogSlot>
    </Card>
  );
}
