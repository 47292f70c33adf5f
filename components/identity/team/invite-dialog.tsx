"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { inviteMemberInput } from "@/server/identity/team/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast-store";
import { PlaceFields } from "./place-fields";

type Values = z.input<typeof inviteMemberInput>;

interface InviteDialogProps {
  /** Known already: whom of the staff they are, and where they get mail. */
  email?: string | null;
  staffId?: string | null;
}

/** Somebody gets a mail with a link that is good for a week. */
export function InviteDialog({ email, staffId = null }: InviteDialogProps) {
  const text = useText("team");
  const trpc = useTRPC();
  const form = useForm<Values>({
    resolver: zodResolver(inviteMemberInput),
    defaultValues: { email: email ?? "", roleId: "", branchIds: [], staffId },
  });
  const invite = useMutation(trpc.team.invite.mutationOptions({ meta: { refresh: ["roles"] } }));
  return (
    <FormDialog
      title={text("invite.title")}
      description={text("invite.lead")}
      form={form}
      mutation={invite}
      submitLabel={text("invite.submit")}
      onDone={() => toast({ title: text("invite.done", { email: form.getValues("email") }) })}
    >
      <FormField<Values> name="email" label={text("invite.email")}>
        {(control) => <Input {...control} type="email" autoComplete="off" autoFocus />}
      </FormField>
      <PlaceFields />
    </FormDialog>
  );
}
