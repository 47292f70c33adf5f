"use client";

import { useMutation } from "@tanstack/react-query";
import type { ResourceDetails } from "@/server/catalog/resources/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";

export function RestoreDialog({ resource }: { resource: ResourceDetails }) {
  const text = useText("resources");
  const { id: resourceId, version, name } = resource;
  const restore = useMutation(useTRPC().resources.restore.mutationOptions({ meta: { refresh: ["availability"] } }));
  return (
    <ConfirmDialog
      title={text("restore.title", { name })}
      description={text("restore.lead")}
      confirmLabel={text("restore.action")}
      mutation={restore}
      input={{ resourceId, version }}
    />
  );
}
