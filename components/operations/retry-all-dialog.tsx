"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { ConfirmDialog } from "../shared/confirm-dialog";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";

/** Starts everything that was given up once more, after a question. */
export function RetryAllDialog() {
  const text = useText("jobs");
  const retry = useMutation(
    useTRPC().platform.jobs.retry.mutationOptions({
      onSuccess: ({ retried }) => toast({ title: text("retried", { count: retried }) }),
    }),
  );
  return (
    <ConfirmDialog
      title={text("confirm.title")}
      description={text("confirm.lead")}
      confirmLabel={text("retryAll")}
      mutation={retry}
      input={{}}
    />
  );
}
