"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import {
  Ban,
  CheckCheck,
  CircleAlert,
  CircleSlash,
  Clock,
  type LucideIcon,
  RotateCw,
  Send,
  SendHorizontal,
} from "lucide-react";
import type { NotificationStatus, NotificationView } from "@/server/notifications/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { StatusBadge } from "../../shared/status-badge";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Skeleton } from "../../ui/skeleton";
import type { Tone } from "../../ui/tone";
import { Section } from "./section";

const looks: Record<NotificationStatus, { tone: Tone; icon: LucideIcon }> = {
  pending: { tone: "amber", icon: Clock },
  scheduled: { tone: "amber", icon: Clock },
  sending: { tone: "blue", icon: SendHorizontal },
  sent: { tone: "sky", icon: Send },
  delivered: { tone: "green", icon: CheckCheck },
  failed: { tone: "red", icon: CircleAlert },
  cancelled: { tone: "slate", icon: CircleSlash },
  suppressed: { tone: "grey", icon: Ban },
};

interface MessagesSentProps {
  appointmentId: string;
  timezone: string;
}

/** What the customer was told or will be told about it, and how that went. */
export function MessagesSent({ appointmentId, timezone }: MessagesSentProps) {
  const text = useText("appointments");
  const messages = useQuery(useTRPC().notifications.list.queryOptions({ appointmentId }));
  if (messages.isError) return null;
  const items = messages.data?.items;
  return (
    <Section title={text("messages.title")}>
      {!items ? (
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
  const canRetry = useCan("edit_appointments") && message.canRetry;
  const retry = useMutation(useTRPC().notifications.retry.mutationOptions());
  const { channel, recipient, status, sentAt, deliveredAt, failedAt, scheduledFor } = message;
  const event = text.has(`messages.events.${message.event}`) ? message.event : "other";
  return (
    <li className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <p className="font-medium">{text(`messages.events.${event}`)}</p>
        <p className="break-words text-muted-foreground text-sm">
          {text("messages.to", { channel: text(`messages.channels.${channel}`), recipient })} ·{" "}
          {formatters.dateTime(deliveredAt ?? failedAt ?? sentAt ?? scheduledFor)}
        </p>
        {status === "failed" && message.error && (
          <p className="break-words text-muted-foreground text-sm">{message.error}</p>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-1.5">
        {canRetry && (
          <Button
            size="iconSm"
            variant="ghost"
            aria-label={text("messages.retry")}
            isBusy={retry.isPending}
            onClick={() => retry.mutate({ notificationId: message.id })}
          >
            <RotateCw />
          </Button>
        )}
        <StatusBadge {...looks[status]} label={text(`messages.statuses.${status}`)} />
      </div>
    </li>
  );
}
