"use client";

import { useMutation } from "@tanstack/react-query";
import type { MemberView } from "@/server/identity/team/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

interface RemoveMemberDialogProps {
  member: MemberView;
  onRemoved: () => void;
}

export function RemoveMemberDialog({ member: { id, name }, onRemoved }: RemoveMemberDialogProps) {
  const text = useText("team");
  const remove = useMutation(useTRPC().team.remove.mutationOptions());
  return (
    <ConfirmDialog
      title={text("remove.title", { name })}
      description={text("remove.lead")}
      confirmLabel={text("remove.submit")}
      mutation={remove}
      input={{ membershipId: id }}
      isDestructive
      onDone={() => {
        toast({ title: text("remove.done", { name }) });
        onRemoved();
      }}
    />
  );
}
