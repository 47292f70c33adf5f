"use client";

import { useQuery } from "@tanstack/react-query";
import type { AuditEntryDetails } from "@/server/audit/schema";
import { DetailList } from "../shared/detail-list";
import { useCloseDialog } from "../shared/dialog-slot";
import { ErrorState } from "../shared/error-state";
import { Note } from "../shared/note";
import { PageLink } from "../shared/page-link";
import { SidePanel } from "../shared/side-panel";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { useAuditQueries, useAuditSource } from "./audit-source";
import { ChangeTable } from "./change-table";
import { describeEntry, kindName } from "./describe-entry";
import { subjectPath } from "./subject-path";
import { useExactTime } from "./use-exact-time";

interface AuditPanelProps {
  entryId: string;
  onHistory: (subjectId: string) => void;
}

/** One entry: what it changed, and where that came from. */
export function AuditPanel({ entryId, onHistory }: AuditPanelProps) {
  const text = useText("audit");
  const exactTime = useExactTime();
  const close = useCloseDialog();
  const entry = useQuery(useAuditQueries().get.queryOptions({ entryId }));
  const { data } = entry;
  return (
    <SidePanel
      title={data ? describeEntry(data, text) : text("title")}
      description={data && <time>{exactTime(data.occurredAt)}</time>}
      onClose={close}
      actions={data?.subject?.id && <PanelActions entry={data} onHistory={onHistory} />}
    >
      {data ? (
        <EntryDetails entry={data} />
      ) : entry.isError ? (
        <ErrorState error={entry.error} onRetry={() => void entry.refetch()} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </SidePanel>
  );
}

function PanelActions({
  entry: { subject },
  onHistory,
}: {
  entry: AuditEntryDetails;
  onHistory: (id: string) => void;
}) {
  const text = useText("audit");
  const path = subjectPath(subject, useAuditSource());
  const { id, type } = subject ?? {};
  return (
    <>
      {path && (
        <Button asChild variant="primary">
          <PageLink href={path}>{text("panel.openSubject", { type: text(`subjects.${type}`) })}</PageLink>
        </Button>
      )}
      {id && <Button onClick={() => onHistory(id)}>{text("panel.history")}</Button>}
    </>
  );
}

function EntryDetails({ entry }: { entry: AuditEntryDetails }) {
  const text = useText("audit");
  const { actor, subject, ip, userAgent, requestId, sequence, hash } = entry;
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{text("panel.changes")}</h3>
        {entry.isErased ? (
          <Note>{text("panel.erased")}</Note>
        ) : entry.isHidden ? (
          <Note>{text("panel.hidden")}</Note>
        ) : entry.changes.length > 0 ? (
          <ChangeTable changes={entry.changes} />
        ) : (
          <p className="text-muted-foreground">{text("panel.noChanges")}</p>
        )}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{text("panel.details")}</h3>
        <DetailList
          items={[
            [text("columns.subject"), subject?.name],
            [text("panel.actorKind"), kindName(actor.kind, text)],
            [text("panel.reason"), actor.reason],
            [text("panel.ip"), ip],
            [text("panel.userAgent"), userAgent],
            [text("panel.requestId"), requestId && <code key="request">{requestId}</code>],
            [text("panel.sequence"), sequence],
            [
              text("panel.hash"),
              <code key="hash" className="break-all text-sm">
                {hash}
              </code>,
            ],
          ]}
        />
      </section>
    </div>
  );
}
