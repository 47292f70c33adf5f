"use client";

import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useTRPC } from "../../providers/trpc-provider";
import { BackLink } from "../../shared/back-link";
import { ErrorState } from "../../shared/error-state";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { WidgetRowsSkeleton } from "../../shared/widget";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ParticipantTable } from "./participant-table";
import { SessionFacts } from "./session-panel";

/** A session on a page of its own, to be printed and taken along. */
export function SessionPage({ sessionId }: { sessionId: string }) {
  const text = useText("classes");
  const session = useQuery(useTRPC().classes.get.queryOptions({ classSessionId: sessionId }));
  const format = useFormatters(session.data?.branch.timezone);
  if (session.error) {
    return (
      <Card>
        <ErrorState error={session.error} onRetry={() => void session.refetch()} />
      </Card>
    );
  }
  if (!session.data) return <WidgetRowsSkeleton rows={8} rowClass="h-11" />;
  const { service, startsAt, endsAt } = session.data;
  return (
    <>
      <div data-print="hide">
        <BackLink href={`/classes?week=${startsAt.toISOString().slice(0, 10)}&open=${sessionId}`}>
          {text("back")}
        </BackLink>
      </div>
      <header className="flex flex-wrap items-center gap-3 pb-4">
        <div>
          <h1 className="font-semibold text-xl tracking-tight">{service.name}</h1>
          <p className="text-muted-foreground">
            {format.longDate(startsAt)}, {format.timeRange(startsAt, endsAt)}
          </p>
        </div>
        <Button className="sm:ml-auto" data-print="hide" onClick={() => window.print()}>
          <Printer />
          {text("print.action")}
        </Button>
      </header>
      <div className="flex max-w-3xl flex-col gap-4">
        <Card className="p-4">
          <SessionFacts session={session.data} />
        </Card>
        <ParticipantTable sessionId={sessionId} />
      </div>
    </>
  );
}
