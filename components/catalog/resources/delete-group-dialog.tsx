"use client";

import { useMutation } from "@tanstack/react-query";
import type { ResourceGroupView } from "@/server/catalog/resources/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";

export function DeleteGroupDialog({ group }: { group: ResourceGroupView }) {
  const text = useText("resources");
  const { id: resourceGroupId, version, name } = group;
  const remove = useMutation(useTRPC().resources.deleteGroup.mutationOptions({ meta: { refresh: ["services"] } }));
  return (
    <ConfirmDialog
      title={text("groups.deleteTitle", { name })}
      description={text("groups.deleteLead")}
      confirmLabel={text("groups.delete")}
      mutation={remove}
      input={{ resourceGroupId, version }}
      isDestructive
    />
  );
}
