"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { type InviteOwnerInput, inviteOwnerInput } from "@/server/tenancy/platform/schema/companies";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast-store";

export function InviteOwnerDialog({ companyId }: { companyId: string }) {
  const text = useText("admin");
  const form = useForm<InviteOwnerInput>({
    resolver: zodResolver(inviteOwnerInput),
    defaultValues: { companyId, email: "" },
  });
  const invite = useMutation(useTRPC().platform.companies.inviteOwner.mutationOptions());
  return (
    <FormDialog
      title={text("companies.invite.title")}
      description={text("companies.invite.lead")}
      form={form}
      mutation={invite}
      submitLabel={text("companies.invite.submit")}
      onDone={() => toast({ title: text("companies.new.done", { email: form.getValues("email") }) })}
    >
      <FormField<InviteOwnerInput> name="email" label={text("companies.new.owner")}>
        {(control) => <Input {...control} type="email" autoComplete="off" autoFocus />}
      </FormField>
    </FormDialog>
  );
}
