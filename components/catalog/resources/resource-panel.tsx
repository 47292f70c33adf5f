"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import type { ResourceDetails } from "@/server/catalog/resources/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DetailList } from "../../shared/detail-list";
import { DialogSlot, useCloseDialog } from "../../shared/dialog-slot";
import { ErrorState } from "../../shared/error-state";
import { PageLink } from "../../shared/page-link";
import { SidePanel } from "../../shared/side-panel";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Skeleton } from "../../ui/skeleton";
import { ComingUse } from "./coming-use";
import { ResourceExceptions } from "./resource-exceptions";

const ArchiveDialog = lazy(() => import("./archive-resource-dialog").then((file) => ({ default: file.ArchiveDialog })));
const RestoreDialog = lazy(() => import("./restore-resource-dialog").then((file) => ({ default: file.RestoreDialog })));
const EditDialog = lazy(() => import("./edit-resource-dialog").then((file) => ({ default: file.EditResourceDialog })));

/** One resource: what it is, who needs it, and what it is booked for. */
export function ResourcePanel({ resourceId }: { resourceId: string }) {
  const text = useText("resources");
  const close = useCloseDialog();
  const resource = useQuery(useTRPC().resources.get.queryOptions({ resourceId }));
  const { data } = resource;
  return (
    <SidePanel
      title={data?.name ?? text("panel.loading")}
      description={data && [text(`type.${data.type}`), data.branch.name].join(" · ")}
      onClose={close}
      actions={data && <Actions resource={data} />}
    >
      {data ? (
        <Details resource={data} />
      ) : resource.error ? (
        <ErrorState error={resource.error} onRetry={() => void resource.refetch()} />
      ) : (
        <Skeleton className="h-60 w-full" />
      )}
    </SidePanel>
  );
}

function Details({ resource }: { resource: ResourceDetails }) {
  const text = useText("resources");
  const format = useFormatters();
  const { capacity, group, status, week, usedBy, coming, comingCount } = resource;
  const share = week.openMinutes > 0 ? Math.min(1, week.takenMinutes / week.openMinutes) : 0;
  return (
    <div className="flex flex-col gap-6">
      <DetailList
        items={[
          [text("columns.capacity"), capacity],
          [text("columns.group"), group?.name],
          [text("status.label"), text(`status.${status}`)],
          [
            text("columns.week"),
            text("week.text", { share: format.percent(share), taken: format.minutes(week.takenMinutes) }),
          ],
        ]}
      />
      <section>
        <h3 className="pb-2 font-medium">{text("usedBy.title")}</h3>
        {usedBy.length === 0 && <p className="text-muted-foreground">{text("usedBy.none")}</p>}
        <ul className="flex flex-col gap-1">
          {usedBy.map(({ id, name, by }) => (
            <li key={id}>
              <PageLink href={`/services/${id}?tab=needs`} className="text-primary-text underline underline-offset-2">
                {name}
              </PageLink>{" "}
              <span className="text-muted-foreground text-sm">{text(`usedBy.${by}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <ComingUse coming={coming} count={comingCount} />
      <ResourceExceptions resourceId={resource.id} />
    </div>
  );
}

function Actions({ resource }: { resource: ResourceDetails }) {
  const text = useText("resources");
  const [open, setOpen] = useState<"edit" | "archive" | "restore" | null>(null);
  const [mayEdit, mayDelete] = [useCan("edit_resources"), useCan("delete_resources")];
  const isArchived = resource.status === "archived";
  if (!mayEdit && !mayDelete) return null;
  return (
    <>
      {mayEdit && !isArchived && <Button onClick={() => setOpen("edit")}>{text("edit.action")}</Button>}
      {mayDelete && (
        <Button variant="ghost" onClick={() => setOpen(isArchived ? "restore" : "archive")}>
          {text(isArchived ? "restore.action" : "archive.action")}
        </Button>
      )}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "edit" && <EditDialog resource={resource} />}
        {open === "archive" && <ArchiveDialog resource={resource} />}
        {open === "restore" && <RestoreDialog resource={resource} />}
      </DialogSlot>
    </>
  );
}
