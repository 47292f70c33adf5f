"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { DataTable } from "../../shared/data-table/table";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { useRoleName } from "../use-role-name";
import { InvitationLine } from "./invitation-line";
import { memberColumns } from "./member-columns";

const MemberPanel = lazy(() => import("./member-panel").then((file) => ({ default: file.MemberPanel })));

/** Who works here, and below them who is still to come. */
export function TeamList() {
  const text = useText("team");
  const roleName = useRoleName();
  const { data } = useSuspenseQuery(useTRPC().team.list.queryOptions());
  const [openId, setOpenId] = useState<string | null>(null);
  const open = data.members.find(({ id }) => id === openId);
  return (
    <div className="flex flex-col gap-5">
      <Card>
        <DataTable
          caption={text("caption")}
          columns={memberColumns({ text, roleName })}
          rows={data.members}
          rowId={({ id }) => id}
          onOpen={({ id }) => setOpenId(id)}
          openId={openId}
          phoneDetail={({ role, email }) => (
            <span className="break-all">
              {roleName(role)} · {email}
            </span>
          )}
        />
      </Card>
      {data.invitations.length > 0 && (
        <Card aria-labelledby="invitations-title">
          <CardHeader>
            <CardTitle id="invitations-title">{text("invitations.title")}</CardTitle>
          </CardHeader>
          <ul className="divide-y">
            {data.invitations.map((invitation) => (
              <InvitationLine key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </Card>
      )}
      <DialogSlot isOpen={open !== undefined} onClose={() => setOpenId(null)}>
        {open && <MemberPanel key={open.id} member={open} />}
      </DialogSlot>
    </div>
  );
}
