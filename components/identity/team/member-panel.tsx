"use client";

import { lazy, useState } from "react";
import type { MemberView } from "@/server/identity/team/schema";
import { DetailList } from "../../shared/detail-list";
import { DialogSlot, useCloseDialog } from "../../shared/dialog-slot";
import { RelativeTime } from "../../shared/relative-time";
import { SidePanel } from "../../shared/side-panel";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { useRoleName } from "../use-role-name";

const EditMemberDialog = lazy(() =>
  import("./edit-member-dialog").then((file) => ({ default: file.EditMemberDialog })),
);
const RemoveMemberDialog = lazy(() =>
  import("./remove-member-dialog").then((file) => ({ default: file.RemoveMemberDialog })),
);

/** One person of the team, and what whoever looks may do about them. */
export function MemberPanel({ member }: { member: MemberView }) {
  const text = useText("team");
  const roleName = useRoleName();
  const close = useCloseDialog();
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const { name, email, role, branches, staff, hasTwoFactor, lastSeenAt, canEdit, canRemove } = member;
  const actions = (canEdit || canRemove) && (
    <>
      {canEdit && <Button onClick={() => setOpen("edit")}>{text("edit.action")}</Button>}
      {canRemove && (
        <Button variant="ghost" onClick={() => setOpen("remove")}>
          {text("remove.action")}
        </Button>
      )}
    </>
  );
  return (
    <SidePanel title={name} description={<span className="break-all">{email}</span>} onClose={close} actions={actions}>
      <DetailList
        items={[
          [text("columns.role"), roleName(role)],
          [text("columns.branches"), branches.map((branch) => branch.name).join(", ") || text("everyBranch")],
          [text("columns.staff"), staff?.name],
          [text("columns.twoFactor"), text(hasTwoFactor ? "twoFactor.on" : "twoFactor.off")],
          [text("columns.lastSeen"), lastSeenAt ? <RelativeTime key="seen" at={lastSeenAt} /> : text("never")],
        ]}
      />
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "edit" && <EditMemberDialog member={member} />}
        {open === "remove" && <RemoveMemberDialog member={member} onRemoved={close} />}
      </DialogSlot>
    </SidePanel>
  );
}
