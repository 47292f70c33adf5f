"use client";

import { useMutation } from "@tanstack/react-query";
import type { WebhookStatus } from "@/server/webhooks/schema";
import { useTRPC } from "../providers/trpc-provider";
import { ConfirmDialog } from "../shared/confirm-dialog";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";

/** Asks before a delivery is worked through once more, the more so when it has done its work already. */
export function ReplayDialog({ webhookLogId, status }: { webhookLogId: string; status: WebhookStatus }) {
  const text = useText("webhooks");
  const replay = useMutation(useTRPC().webhooks.replay.mutationOptions());
  return (
    <ConfirmDialog
      title={text("replay.title")}
      description={text(status === "processed" ? "replay.leadProcessed" : "replay.lead")}
      confirmLabel={text("replay.submit")}
      mutation={replay}
      input={{ webhookLogId }}
      onDone={() => toast({ title: text("replay.done") })}
    />
  );
}
