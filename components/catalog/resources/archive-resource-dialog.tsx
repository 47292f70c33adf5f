"use client";

import { useMutation } from "@tanstack/react-query";
import type { ResourceDetails } from "@/server/catalog/resources/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

/** What still needs it stands in the panel behind: until that is moved, the server refuses. */
export function ArchiveDialog({ resource }: { resource: ResourceDetails }) {
  const text = useText("resources");
  const { id: resourceId, version, name, comingCount } = resource;
  const archive = useMutation(
    useTRPC().resources.archive.mutationOptions({ meta: { refresh: ["availability", "services"] } }),
  );
  return (
    <ConfirmDialog
      title={text("archive.title", { name })}
      description={comingCount > 0 ? text("archive.blocked", { count: comingCount }) : text("archive.lead")}
      confirmLabel={text("archive.action")}
      mutation={archive}
      input={{ resourceId, version }}
      onDone={() => toast({ title: text("archive.done", { name }) })}
      isDestructive
    />
  );
}
