"use client";

import { useQuery } from "@tanstack/react-query";
import { Maximize2, User } from "lucide-react";
import type { CallDetails } from "@/server/calls/schema";
import { useTRPC } from "../providers/trpc-provider";
import { useCloseDialog } from "../shared/dialog-slot";
import { ErrorState } from "../shared/error-state";
import { PageLink } from "../shared/page-link";
import { SidePanel } from "../shared/side-panel";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { CallFacts } from "./call-facts";
import { CallOutcomeBadge } from "./call-outcome-badge";
import { CallSection } from "./call-section";
import { CallSkeleton } from "./call-skeleton";
import { CallStory } from "./call-story";
import { CallerName } from "./caller-name";
import { ListeningProvider } from "./recording/listening";
import { ReviewButton } from "./review-button";
import { Transcript } from "./transcript";

/** A call beside the list: what came of it, its words, its facts. */
export function CallPanel({ callId }: { callId: string }) {
  const text = useText("calls");
  const close = useCloseDialog();
  const call = useQuery(useTRPC().calls.get.queryOptions({ callId }));
  const { data } = call;
  return (
    <SidePanel
      title={data ? <CallerName call={data} /> : text("title")}
      description={data && <PanelLine call={data} />}
      onClose={close}
      actions={data && <PanelActions call={data} />}
    >
      {data ? (
        <ListeningProvider call={data}>
          <div className="flex flex-col gap-6">
            <CallStory call={data} />
            <CallSection title={text("sections.transcript")}>
              <Transcript call={data} />
            </CallSection>
            <CallSection title={text("sections.details")}>
              <CallFacts call={data} />
            </CallSection>
          </div>
        </ListeningProvider>
      ) : call.error ? (
        <ErrorState error={call.error} onRetry={() => void call.refetch()} />
      ) : (
        <CallSkeleton />
      )}
    </SidePanel>
  );
}

function PanelLine({ call }: { call: CallDetails }) {
  const format = useFormatters(call.timezone);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-0.5">
      <CallOutcomeBadge call={call} />
      {format.dateTime(call.startedAt)}
      {call.customer && call.callerPhone && <span className="tabular-nums">{call.callerPhone}</span>}
    </span>
  );
}

function PanelActions({ call }: { call: CallDetails }) {
  const text = useText("calls");
  return (
    <>
      <ReviewButton call={call} />
      {call.customer && (
        <Button asChild>
          <PageLink href={`/customers/${call.customer.id}`}>
            <User />
            {text("panel.toCustomer")}
          </PageLink>
        </Button>
      )}
      <Button variant="ghost" size="icon" className="ml-auto" asChild>
        <PageLink href={`/calls/${call.id}`} aria-label={text("panel.open")} title={text("panel.open")}>
          <Maximize2 />
        </PageLink>
      </Button>
    </>
  );
}
