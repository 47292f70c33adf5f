"use client";

import { useMutation } from "@tanstack/react-query";
import type { InvitationView } from "@/server/identity/team/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";

export function RevokeDialog({ invitation: { id, email } }: { invitation: InvitationView }) {
  const text = useText("team");
  const revoke = useMutation(useTRPC().team.revokeInvitation.mutationOptions());
  return (
    <ConfirmDialog
      title={text("revoke.title")}
      description={text("revoke.lead", { email })}
      confirmLabel={text("revoke.submit")}
      mutation={revoke}
      input={{ invitationId: id }}
      isDestructive
    />
  );
}
