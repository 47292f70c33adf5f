"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { editMemberInput, type MemberView } from "@/server/identity/team/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import { PlaceFields } from "./place-fields";

type Values = z.input<typeof editMemberInput>;

export function EditMemberDialog({ member }: { member: MemberView }) {
  const text = useText("team");
  const trpc = useTRPC();
  const form = useForm<Values>({
    resolver: zodResolver(editMemberInput),
    defaultValues: {
      membershipId: member.id,
      roleId: member.role.id,
      branchIds: member.branches.map(({ id }) => id),
      staffId: member.staff?.id ?? null,
    },
  });
  const edit = useMutation(trpc.team.edit.mutationOptions({ meta: { refresh: ["roles"] } }));
  return (
    <FormDialog
      title={text("edit.title", { name: member.name })}
      description={member.isSelf ? text("edit.self") : text("edit.lead")}
      form={form}
      mutation={edit}
      onDone={() => toast({ title: text("edit.done", { name: member.name }) })}
    >
      <PlaceFields isFixed={member.isSelf} />
    </FormDialog>
  );
}
