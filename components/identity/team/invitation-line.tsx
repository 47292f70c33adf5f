"use client";

import { useMutation } from "@tanstack/react-query";
import { MailQuestion } from "lucide-react";
import { lazy, useState } from "react";
import type { InvitationView } from "@/server/identity/team/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { RefusalNote } from "../../shared/refusal-note";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";
import { useRoleName } from "../use-role-name";

const RevokeDialog = lazy(() => import("./revoke-dialog").then((file) => ({ default: file.RevokeDialog })));

/** Somebody who has been invited and has not come yet. */
export function InvitationLine({ invitation }: { invitation: InvitationView }) {
  const text = useText("team");
  const roleName = useRoleName();
  const formatters = useFormatters();
  const trpc = useTRPC();
  const [isRevoking, setRevoking] = useState(false);
  const { id: invitationId, email, role, branches, expiresAt, isExpired, canEdit } = invitation;
  const resend = useMutation(
    trpc.team.resendInvitation.mutationOptions({ onSuccess: () => toast({ title: text("invite.done", { email }) }) }),
  );
  const where = branches.map(({ name }) => name).join(", ");
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <MailQuestion aria-hidden="true" className="size-5 shrink-0 text-muted-foreground" />
        <div className="min-w-0 flex-1 basis-48">
          <p className="break-all font-medium">{email}</p>
          <p className="flex flex-wrap items-center gap-x-2 text-muted-foreground text-sm">
            {[roleName(role), where].filter(Boolean).join(" · ")}
            {isExpired ? (
              <Badge tone="warning">{text("invitations.expired")}</Badge>
            ) : (
              <span>{text("invitations.until", { date: formatters.date(expiresAt) })}</span>
            )}
          </p>
        </div>
        {canEdit && (
          <div className="flex gap-2">
            <Button
              size="sm"
              isBusy={resend.isPending}
              aria-label={text("invitations.resendTo", { email })}
              onClick={() => resend.mutate({ invitationId })}
            >
              {text("invitations.resend")}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              aria-label={text("invitations.revokeOf", { email })}
              onClick={() => setRevoking(true)}
            >
              {text("invitations.revoke")}
            </Button>
          </div>
        )}
      </div>
      {resend.error && <RefusalNote error={resend.error} />}
      <DialogSlot isOpen={isRevoking} onClose={() => setRevoking(false)}>
        <RevokeDialog invitation={invitation} />
      </DialogSlot>
    </li>
  );
}
