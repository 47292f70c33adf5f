"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import type { FailedRun } from "@/server/operations/platform/schema";
import { useTRPC } from "../providers/trpc-provider";
import { refusalText } from "../shared/refusal";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { toast } from "../ui/toast-store";

/** Starts one job once more; until the runner has come to it, it says so. */
export function RetryJobButton({ run: { runId, functionId, isAskedFor } }: { run: FailedRun }) {
  const text = useText("jobs");
  const errors = useText("errors");
  const retry = useMutation(
    useTRPC().platform.jobs.retry.mutationOptions({
      onSuccess: ({ retried }) => toast({ title: text("retried", { count: retried }) }),
      onError: (error) => toast({ title: refusalText(errors, error), tone: "danger" }),
    }),
  );
  if (isAskedFor) return <span className="text-muted-foreground text-sm">{text("askedFor")}</span>;
  return (
    <Button
      isBusy={retry.isPending}
      aria-label={text("retryOf", { job: functionId })}
      onClick={() => retry.mutate({ runId })}
    >
      <RotateCw />
      <span className="max-md:hidden">{text("retry")}</span>
    </Button>
  );
}
