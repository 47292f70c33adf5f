"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarDays, User } from "lucide-react";
import type { NotificationView } from "@/server/notifications/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { DetailList } from "../shared/detail-list";
import { useCloseDialog } from "../shared/dialog-slot";
import { ErrorState } from "../shared/error-state";
import { PageLink } from "../shared/page-link";
import { SidePanel } from "../shared/side-panel";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { WidgetRowsSkeleton } from "../shared/widget";
import { Button } from "../ui/button";
import { MessageStatusBadge } from "./message-status-badge";
import { messageName, reasonOf, receiverName } from "./message-words";
import { RetryMessageButton } from "./retry-message-button";
import { useMessageWords } from "./use-message-words";

/** A message beside the list: its words, its way, and what it is about. */
export function MessagePanel({ notificationId }: { notificationId: string }) {
  const text = useText("notifications");
  const words = useMessageWords();
  const close = useCloseDialog();
  const message = useQuery(useTRPC().notifications.get.queryOptions({ notificationId }));
  const { data } = message;
  return (
    <SidePanel
      title={data ? messageName(data, words) : text("one")}
      description={
        data && (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-0.5">
            <MessageStatusBadge status={data.status} />
            {receiverName(data, text)}
          </span>
        )
      }
      onClose={close}
      actions={data && <PanelActions message={data} />}
    >
      {data ? (
        <div className="flex flex-col gap-6">
          <Words message={data} />
          <Way message={data} />
        </div>
      ) : message.error ? (
        <ErrorState error={message.error} onRetry={() => void message.refetch()} />
      ) : (
        <WidgetRowsSkeleton rows={4} rowClass="h-12" />
      )}
    </SidePanel>
  );
}

/** As it went out; one that has yet to go is written when it goes, with what holds then. */
function Words({ message: { subject, body } }: { message: NotificationView }) {
  const text = useText("notifications");
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{text("panel.words")}</h3>
      {body ? (
        <div className="whitespace-pre-wrap break-words rounded-lg bg-muted px-4 py-3">
          {subject && <p className="pb-2 font-medium">{subject}</p>}
          {body}
        </div>
      ) : (
        <p className="text-muted-foreground">{text("panel.unwritten")}</p>
      )}
    </section>
  );
}

function Way({ message }: { message: NotificationView }) {
  const text = useText("notifications");
  const words = useMessageWords();
  const { dateTime } = useFormatters();
  const { channel, recipientText, createdAt, scheduledFor, sentAt, deliveredAt, failedAt, retryCount } = message;
  const at = (instant: Date | null) => instant && dateTime(instant);
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{text("panel.way")}</h3>
      <DetailList
        items={[
          [text("panel.channel"), words(`channels.${channel}`)],
          [text("panel.to"), channel === "in_app" ? text("toTeam") : recipientText],
          [text("panel.reason"), reasonOf(message, text)],
          [text("panel.created"), at(createdAt)],
          [text("panel.scheduled"), sentAt || failedAt ? null : at(scheduledFor)],
          [text("panel.sent"), at(sentAt)],
          [text("panel.delivered"), at(deliveredAt)],
          [text("panel.failed"), message.status === "failed" ? at(failedAt) : null],
          [text("panel.tries"), retryCount > 0 ? String(retryCount) : null],
        ]}
      />
    </section>
  );
}

function PanelActions({ message }: { message: NotificationView }) {
  const text = useText("notifications");
  const seesCustomers = useCan("view_customers");
  const { appointmentId, customerId } = message;
  return (
    <>
      <RetryMessageButton message={message} hasWords />
      {appointmentId && (
        <Button asChild>
          <PageLink href={`/appointments?open=${appointmentId}`}>
            <CalendarDays />
            {text("panel.toAppointment")}
          </PageLink>
        </Button>
      )}
      {customerId && seesCustomers && (
        <Button asChild>
          <PageLink href={`/customers/${customerId}`}>
            <User />
            {text("panel.toCustomer")}
          </PageLink>
        </Button>
      )}
    </>
  );
}
