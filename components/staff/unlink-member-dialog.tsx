"use client";

import { useMutation } from "@tanstack/react-query";
import type { MemberView } from "@/server/identity/team/schema";
import { useTRPC } from "../providers/trpc-provider";
import { ConfirmDialog } from "../shared/confirm-dialog";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";
import { placeOf } from "./place-of";

export function UnlinkMemberDialog({ member }: { member: MemberView }) {
  const text = useText("staff");
  const unlink = useMutation(useTRPC().team.edit.mutationOptions({ meta: { refresh: ["staff"] } }));
  return (
    <ConfirmDialog
      title={text("account.unlinkTitle", { name: member.name })}
      description={text("account.unlinkLead")}
      confirmLabel={text("account.unlink")}
      mutation={unlink}
      input={{ ...placeOf(member), staffId: null }}
      onDone={() => toast({ title: text("account.unlinked") })}
    />
  );
}
