"use client";

import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import type { SessionView } from "@/server/availability/classes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { DetailList } from "../../shared/detail-list";
import { useCloseDialog } from "../../shared/dialog-slot";
import { ErrorState } from "../../shared/error-state";
import { Note } from "../../shared/note";
import { PageLink } from "../../shared/page-link";
import { SidePanel } from "../../shared/side-panel";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { WidgetRowsSkeleton } from "../../shared/widget";
import { Button } from "../../ui/button";
import { ParticipantList } from "./participant-list";
import { PlacesBar } from "./places-bar";
import { SessionActions } from "./session-actions";

/** A session beside the week: when, who, how full, and everybody who takes part. */
export function SessionPanel({ sessionId }: { sessionId: string }) {
  const text = useText("classes");
  const close = useCloseDialog();
  const session = useQuery(useTRPC().classes.get.queryOptions({ classSessionId: sessionId }));
  const { data } = session;
  return (
    <SidePanel
      title={data?.service.name ?? text("title")}
      description={data && <When session={data} />}
      onClose={close}
      actions={
        data && (
          <>
            <SessionActions session={data} />
            <Button variant="ghost" size="icon" className="ml-auto" asChild>
              <PageLink href={`/classes/${sessionId}`} aria-label={text("print.open")} title={text("print.open")}>
                <Printer />
              </PageLink>
            </Button>
          </>
        )
      }
    >
      {data ? (
        <div className="flex flex-col gap-5">
          <SessionFacts session={data} />
          <ParticipantList session={data} />
        </div>
      ) : session.error ? (
        <ErrorState error={session.error} onRetry={() => void session.refetch()} />
      ) : (
        <WidgetRowsSkeleton rows={6} rowClass="h-11" />
      )}
    </SidePanel>
  );
}

function When({ session: { startsAt, endsAt, branch } }: { session: SessionView }) {
  const format = useFormatters(branch.timezone);
  return (
    <time>
      {format.longDate(startsAt)}, {format.timeRange(startsAt, endsAt)}
    </time>
  );
}

export function SessionFacts({ session }: { session: SessionView }) {
  const text = useText("classes");
  const { staff, branch, resources, note, capacity, placesTaken, cancelledAt, cancellationReason } = session;
  return (
    <div className="flex flex-col gap-3">
      {cancelledAt && (
        <Note tone="danger">
          {cancellationReason ? text("cancelledBecause", { reason: cancellationReason }) : text("cancelled")}
        </Note>
      )}
      {!cancelledAt && <PlacesBar taken={placesTaken} capacity={capacity} />}
      <DetailList
        items={[
          [text("fields.staff"), staff.name],
          [text("fields.room"), resources.map(({ name }) => name).join(", ")],
          [text("fields.branch"), branch.name],
          [text("fields.note"), note],
        ]}
      />
    </div>
  );
}
