"use client";

import { useMutation } from "@tanstack/react-query";
import type { RoleView } from "@/server/identity/roles/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";

export function DeleteRoleDialog({ role: { id, name } }: { role: RoleView }) {
  const text = useText("roles");
  const remove = useMutation(useTRPC().roles.delete.mutationOptions({ meta: { refresh: ["team"] } }));
  return (
    <ConfirmDialog
      title={text("deletion.title", { name })}
      description={text("deletion.lead")}
      confirmLabel={text("delete")}
      mutation={remove}
      input={{ roleId: id }}
      isDestructive
    />
  );
}
