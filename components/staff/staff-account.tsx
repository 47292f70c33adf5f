"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { lazy, useState } from "react";
import type { StaffDetails } from "@/server/staff/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { EmptyState } from "../shared/empty-state";
import { useText } from "../shared/use-text";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";

const InviteDialog = lazy(() =>
  import("../identity/team/invite-dialog").then((file) => ({ default: file.InviteDialog })),
);
const LinkMemberDialog = lazy(() =>
  import("./link-member-dialog").then((file) => ({ default: file.LinkMemberDialog })),
);
const UnlinkMemberDialog = lazy(() =>
  import("./unlink-member-dialog").then((file) => ({ default: file.UnlinkMemberDialog })),
);

/** Who signs in as this person: they see these appointments as their own. */
export function StaffAccount({ staff }: { staff: StaffDetails }) {
  const text = useText("staff");
  const [open, setOpen] = useState<"invite" | "link" | "unlink" | null>(null);
  const team = useQuery(useTRPC().team.list.queryOptions());
  const canEdit = useCan("edit_team");
  const canInvite = useCan("invite_team");
  const member = team.data?.members.find((each) => each.staff?.id === staff.id);
  const invitation = team.data?.invitations.find((each) => each.staff?.id === staff.id);
  const { account } = staff;
  return (
    <Card>
      {account ? (
        <>
          <CardHeader>
            <CardTitle>{text("account.title")}</CardTitle>
            {canEdit && member?.canEdit && <Button onClick={() => setOpen("unlink")}>{text("account.unlink")}</Button>}
          </CardHeader>
          <CardContent className="flex items-center gap-3">
            <Avatar name={account.name} />
            <div className="min-w-0">
              <p className="font-medium">{account.name}</p>
              <p className="break-all text-muted-foreground">{account.email}</p>
            </div>
          </CardContent>
        </>
      ) : (
        <EmptyState
          icon={KeyRound}
          title={invitation ? text("account.invited", { email: invitation.email }) : text("account.none")}
          action={
            <span className="flex flex-wrap justify-center gap-2">
              {canEdit && <Button onClick={() => setOpen("link")}>{text("account.link")}</Button>}
              {canInvite && !invitation && (
                <Button variant="primary" onClick={() => setOpen("invite")}>
                  {text("account.invite")}
                </Button>
              )}
            </span>
          }
        >
          {text("account.hint")}
        </EmptyState>
      )}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "invite" && <InviteDialog email={staff.email} staffId={staff.id} />}
        {open === "link" && <LinkMemberDialog staff={staff} members={team.data?.members ?? []} />}
        {open === "unlink" && member && <UnlinkMemberDialog member={member} />}
      </DialogSlot>
    </Card>
  );
}
