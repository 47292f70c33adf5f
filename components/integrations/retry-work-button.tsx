"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTRPC } from "../providers/trpc-provider";
import { refusalText } from "../shared/refusal";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { toast } from "../ui/toast-store";
import type { RetryableKind } from "./work-places";

/** Tries all of one kind again; what failed once more is back on the list. */
export function RetryWorkButton({ kind }: { kind: RetryableKind }) {
  const text = useText("work");
  const errors = useText("errors");
  const trpc = useTRPC();
  const told = {
    meta: { refresh: ["operations", "analytics"] },
    onSuccess: ({ queued }: { queued: number }) => toast({ title: text("retried", { count: queued }) }),
    onError: (error: unknown) => toast({ title: refusalText(errors, error), tone: "danger" as const }),
  };
  const ways = {
    messages: useMutation(trpc.notifications.retryFailed.mutationOptions(told)),
    appointments: useMutation(trpc.calcom.syncBehind.mutationOptions(told)),
    deliveries: useMutation(trpc.webhooks.retryFailed.mutationOptions(told)),
  };
  const retry = ways[kind];
  return (
    <Button isBusy={retry.isPending} onClick={() => retry.mutate()}>
      <RotateCw />
      {text("retryAll")}
    </Button>
  );
}
