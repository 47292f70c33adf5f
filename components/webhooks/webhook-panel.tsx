"use client";

import { useQuery } from "@tanstack/react-query";
import type { WebhookDetails } from "@/server/webhooks/schema";
import { useTRPC } from "../providers/trpc-provider";
import { DetailList } from "../shared/detail-list";
import { useCloseDialog } from "../shared/dialog-slot";
import { ErrorState } from "../shared/error-state";
import { Note } from "../shared/note";
import { SidePanel } from "../shared/side-panel";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { WidgetRowsSkeleton } from "../shared/widget";
import { WebhookActions } from "./webhook-actions";
import { WebhookStatusBadge } from "./webhook-status-badge";
import { eventName, reasonOf } from "./webhook-words";

/** A delivery beside the list: its way, what was in it, and what came of it. */
export function WebhookPanel({ webhookLogId }: { webhookLogId: string }) {
  const text = useText("webhooks");
  const close = useCloseDialog();
  const webhook = useQuery(useTRPC().webhooks.get.queryOptions({ webhookLogId }));
  const { data } = webhook;
  return (
    <SidePanel
      title={data ? eventName(data, text) : text("one")}
      description={
        data && (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-0.5">
            <WebhookStatusBadge status={data.status} />
            {text(`sources.${data.source}`)}
          </span>
        )
      }
      onClose={close}
      actions={data && (data.canReplay || data.subject) && <WebhookActions webhook={data} />}
    >
      {data ? (
        <div className="flex flex-col gap-6">
          <Way webhook={data} />
          <Content webhook={data} />
        </div>
      ) : webhook.error ? (
        <ErrorState error={webhook.error} onRetry={() => void webhook.refetch()} />
      ) : (
        <WidgetRowsSkeleton rows={4} rowClass="h-12" />
      )}
    </SidePanel>
  );
}

function Way({ webhook }: { webhook: WebhookDetails }) {
  const text = useText("webhooks");
  const errors = useText("errors");
  const { dateTime } = useFormatters();
  const { event, handler, receivedAt, processedAt, retryCount, responseStatus, isSignatureValid, status } = webhook;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{text("panel.way")}</h3>
      <DetailList
        items={[
          [text("panel.error"), reasonOf(webhook, { text, errors })],
          [text("panel.outcome"), status === "failed" || status === "rejected" ? null : text(`outcomes.${status}`)],
          [text("panel.event"), event && <code key="event">{event}</code>],
          [text("panel.handler"), handler ? <code key="handler">{handler}</code> : text("panel.onlyKept")],
          [text("panel.received"), dateTime(receivedAt)],
          [text("panel.processed"), processedAt && dateTime(processedAt)],
          [text("panel.retries"), retryCount > 0 ? String(retryCount) : null],
          [text("panel.signature"), text(isSignatureValid ? "panel.signed" : "panel.unsigned")],
          [text("panel.answer"), String(responseStatus)],
        ]}
      />
    </section>
  );
}

function Content({ webhook: { payload, headers, isMasked, isWithheld } }: { webhook: WebhookDetails }) {
  const text = useText("webhooks");
  const isKept = payload !== null && payload !== undefined;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{text("panel.payload")}</h3>
      {isKept && isMasked && <Note>{text("panel.masked")}</Note>}
      {isKept ? (
        <Json value={payload} label={text("panel.payload")} />
      ) : (
        <p className="text-muted-foreground">{text(isWithheld ? "panel.withheld" : "panel.notKept")}</p>
      )}
      {Object.keys(headers).length > 0 && (
        <>
          <h3 className="pt-4 font-medium">{text("panel.headers")}</h3>
          <Json value={headers} label={text("panel.headers")} />
        </>
      )}
    </section>
  );
}

/** Reached and moved by keyboard too, because it is longer than its box. */
function Json({ value, label }: { value: unknown; label: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-lg bg-muted px-4 py-3"
    >
      <pre className="whitespace-pre-wrap break-words text-sm">{JSON.stringify(value, null, 2)}</pre>
    </section>
  );
}
