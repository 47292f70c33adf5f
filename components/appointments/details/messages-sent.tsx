"use client";

import { useQuery } from "@tanstack/react-query";
import type { NotificationView } from "@/server/notifications/schema";
import { MessageStatusBadge } from "../../notifications/message-status-badge";
import { lastMoment, messageName } from "../../notifications/message-words";
import { RetryMessageButton } from "../../notifications/retry-message-button";
import { useMessageWords } from "../../notifications/use-message-words";
import { useTRPC } from "../../providers/trpc-provider";
import { ErrorState } from "../../shared/error-state";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Skeleton } from "../../ui/skeleton";
import { Section } from "./section";

interface MessagesSentProps {
  appointmentId: string;
  timezone: string;
}

/** What the customer was told or will be told about it, and how that went. */
export function MessagesSent({ appointmentId, timezone }: MessagesSentProps) {
  const text = useText("appointments");
  const messages = useQuery(useTRPC().notifications.list.queryOptions({ appointmentId }));
  const items = messages.data?.items;
  return (
    <Section title={text("messages.title")}>
      {messages.isError ? (
        <ErrorState error={messages.error} onRetry={() => void messages.refetch()} />
      ) : !items ? (
        <Skeleton className="h-10" />
      ) : items.length === 0 ? (
        <p className="text-muted-foreground">{text("messages.none")}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {items.map((message) => (
            <Message key={message.id} message={message} timezone={timezone} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Message({ message, timezone }: { message: NotificationView; timezone: string }) {
  const text = useText("appointments");
  const formatters = useFormatters(timezone);
  const words = useMessageWords();
  const { channel, recipientText: recipient, status } = message;
  return (
    <li className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <p className="font-medium">{messageName(message, words)}</p>
        <p className="break-words text-muted-foreground text-sm">
          {text("messages.to", { channel: words(`channels.${channel}`), recipient })} ·{" "}
          {formatters.dateTime(lastMoment(message))}
        </p>
        {status === "failed" && message.error && (
          <p className="break-words text-muted-foreground text-sm">{message.error}</p>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-1.5">
        <RetryMessageButton message={message} />
        <MessageStatusBadge status={status} />
      </div>
    </li>
  );
}
