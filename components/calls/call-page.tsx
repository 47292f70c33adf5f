"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, User } from "lucide-react";
import type { CallDetails } from "@/server/calls/schema";
import { useTRPC } from "../providers/trpc-provider";
import { ErrorState } from "../shared/error-state";
import { PageHeader } from "../shared/page-header";
import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";
import { CallFacts } from "./call-facts";
import { CallOutcomeBadge } from "./call-outcome-badge";
import { CallSkeleton } from "./call-skeleton";
import { CallStory } from "./call-story";
import { callerName } from "./caller-name";
import { ListeningProvider } from "./recording/listening";
import { ReviewButton } from "./review-button";
import { Transcript } from "./transcript";

/** A call on a page of its own: the words on the left, what came of them on the right. */
export function CallPage({ callId }: { callId: string }) {
  const text = useText("calls");
  const call = useQuery(useTRPC().calls.get.queryOptions({ callId }));
  return (
    <>
      <Button variant="link" size="inline" className="mb-3" asChild>
        <PageLink href="/calls">
          <ArrowLeft />
          {text("panel.back")}
        </PageLink>
      </Button>
      {call.data ? (
        <ListeningProvider call={call.data}>
          <Loaded call={call.data} />
        </ListeningProvider>
      ) : call.error ? (
        <Card>
          <ErrorState error={call.error} onRetry={() => void call.refetch()} />
        </Card>
      ) : (
        <Card>
          <CardContent>
            <CallSkeleton />
          </CardContent>
        </Card>
      )}
    </>
  );
}

function Loaded({ call }: { call: CallDetails }) {
  const text = useText("calls");
  const format = useFormatters(call.timezone);
  return (
    <>
      <PageHeader
        title={callerName(call, text)}
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1">
            <CallOutcomeBadge call={call} />
            {format.longDate(call.startedAt)}, {format.time(call.startedAt)}
          </span>
        }
        actions={<Actions call={call} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_380px]">
        <Card className="max-lg:order-2">
          <CardHeader>
            <CardTitle>{text("sections.transcript")}</CardTitle>
          </CardHeader>
          <CardContent>
            <div className="mx-auto max-w-3xl">
              <Transcript call={call} />
            </div>
          </CardContent>
        </Card>
        <div className="flex flex-col gap-4 max-lg:contents">
          {hasStory(call) && (
            <Card className="max-lg:order-1">
              <CardContent className="flex flex-col gap-6">
                <CallStory call={call} />
              </CardContent>
            </Card>
          )}
          <Card className="max-lg:order-3">
            <CardHeader>
              <CardTitle>{text("sections.details")}</CardTitle>
            </CardHeader>
            <CardContent>
              <CallFacts call={call} />
            </CardContent>
          </Card>
        </div>
      </div>
    </>
  );
}

function Actions({ call }: { call: CallDetails }) {
  const text = useText("calls");
  return (
    <>
      {call.customer && (
        <Button asChild>
          <PageLink href={`/customers/${call.customer.id}`}>
            <User />
            {text("panel.toCustomer")}
          </PageLink>
        </Button>
      )}
      <ReviewButton call={call} />
    </>
  );
}

function hasStory({ alarm, summary, appointments, callbacks, extractedData }: CallDetails): boolean {
  return Boolean(alarm ?? summary) || appointments.length + callbacks.length + Object.keys(extractedData).length > 0;
}
