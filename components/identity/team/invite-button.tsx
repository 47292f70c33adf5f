"use client";

import { UserPlus } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const InviteDialog = lazy(() => import("./invite-dialog").then((file) => ({ default: file.InviteDialog })));

export function InviteButton() {
  const text = useText("team");
  const [isOpen, setOpen] = useState(false);
  if (!useCan("invite_team")) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus />
        {text("invite.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <InviteDialog />
      </DialogSlot>
    </>
  );
}
