"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { isFree } from "@/server/staff/rules/obstacles";
import type { StaffDetails, StaffObstacles } from "@/server/staff/schema";
import { useTRPC } from "../providers/trpc-provider";
import { useCloseDialog } from "../shared/dialog-slot";
import { Note } from "../shared/note";
import { PageLink } from "../shared/page-link";
import { RefusalNote } from "../shared/refusal-note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "../ui/dialog";
import { Skeleton } from "../ui/skeleton";
import { toast } from "../ui/toast-store";
import { HandOver } from "./hand-over";

/** Nobody is archived away from under their appointments: each goes to somebody else first. */
export function ArchiveStaffDialog({ staff }: { staff: StaffDetails }) {
  const text = useText("staff");
  const close = useCloseDialog();
  const trpc = useTRPC();
  const { id: staffId, name, version } = staff;
  const obstacles = useQuery(trpc.staff.getObstacles.queryOptions({ staffId }));
  const archive = useMutation(trpc.staff.archive.mutationOptions({ meta: { refresh: ["availability", "team"] } }));
  const handleArchive = () =>
    archive.mutate(
      { staffId, version },
      {
        onSuccess: () => {
          toast({ title: text("archive.done", { name }) });
          close();
        },
        onError: () => void obstacles.refetch(),
      },
    );
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !archive.isPending && close()}>
      <DialogContent size="lg" closeLabel={text("close")}>
        <DialogHeader>
          <DialogTitle>{text("archive.title", { name })}</DialogTitle>
          <DialogDescription>{text("archive.lead")}</DialogDescription>
        </DialogHeader>
        <DialogBody className="flex flex-col gap-4">
          {archive.error && <RefusalNote error={archive.error} />}
          {obstacles.error && <RefusalNote error={obstacles.error} />}
          {obstacles.isPending && <Skeleton className="h-24 w-full" />}
          {obstacles.data && <Obstacles staffId={staffId} obstacles={obstacles.data} />}
        </DialogBody>
        <DialogFooter>
          <Button onClick={close} disabled={archive.isPending}>
            {text("cancel")}
          </Button>
          <Button
            variant="danger"
            isBusy={archive.isPending}
            disabled={!obstacles.data || !isFree(obstacles.data)}
            onClick={handleArchive}
          >
            {text("archive.submit")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Obstacles({ staffId, obstacles }: { staffId: string; obstacles: StaffObstacles }) {
  const text = useText("staff");
  if (isFree(obstacles)) return <Note tone="success">{text("archive.free")}</Note>;
  const { appointments, sessions, services } = obstacles;
  return (
    <>
      {appointments > 0 && <HandOver staffId={staffId} count={appointments} />}
      {sessions > 0 && (
        <Note
          tone="warning"
          action={
            <PageLink href={`/classes?staff=${staffId}`} className="shrink-0 underline">
              {text("archive.toClasses")}
            </PageLink>
          }
        >
          {text("archive.sessions", { count: sessions })}
        </Note>
      )}
      {services.length > 0 && (
        <Note tone="warning">
          {text("archive.services", { names: services.map((service) => service.name).join(", ") })}
        </Note>
      )}
    </>
  );
}
