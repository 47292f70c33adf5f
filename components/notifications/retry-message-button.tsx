"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import type { NotificationView } from "@/server/notifications/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { refusalText } from "../shared/refusal";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { toast } from "../ui/toast-store";

interface RetryMessageButtonProps {
  message: Pick<NotificationView, "id" | "canRetry" | "recipientText">;
  /** In a row there is room for the icon only. */
  hasWords?: boolean;
}

/** Sends a failed message once more. */
export function RetryMessageButton({ message, hasWords }: RetryMessageButtonProps) {
  const text = useText("appointments");
  const errors = useText("errors");
  const mayRetry = useCan("edit_appointments");
  const retry = useMutation(
    useTRPC().notifications.retry.mutationOptions({
      meta: { refresh: ["analytics"] },
      onSuccess: () => toast({ title: text("messages.retried") }),
      onError: (error) => toast({ title: refusalText(errors, error), tone: "danger" }),
    }),
  );
  if (!message.canRetry || !mayRetry) return null;
  const label = text("messages.retry");
  return (
    <Button
      {...(hasWords ? {} : { size: "iconSm" as const, variant: "ghost" as const })}
      aria-label={hasWords ? undefined : text("messages.retryTo", { recipient: message.recipientText })}
      title={hasWords ? undefined : label}
      isBusy={retry.isPending}
      onClick={() => retry.mutate({ notificationId: message.id })}
    >
      <RotateCw />
      {hasWords && label}
    </Button>
  );
}
