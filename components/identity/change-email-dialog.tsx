"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { changeEmailInput } from "@/server/identity/links/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { Input } from "../ui/input";
import { toast } from "../ui/toast-store";

/** Nothing changes before the link that goes to the new address was clicked. */
export function ChangeEmailDialog() {
  const text = useText("links");
  const trpc = useTRPC();
  const form = useForm({ resolver: zodResolver(changeEmailInput), defaultValues: { newEmail: "" } });
  const change = useMutation(trpc.links.requestEmailChange.mutationOptions());
  return (
    <FormDialog
      title={text("address.change")}
      description={text("address.lead")}
      size="sm"
      form={form}
      mutation={change}
      submitLabel={text("address.submit")}
      onDone={() => toast({ title: text("address.sent", { email: form.getValues("newEmail") }) })}
    >
      <FormField name="newEmail" label={text("address.new")}>
        {(control) => <Input {...control} type="email" autoComplete="email" spellCheck={false} autoFocus />}
      </FormField>
    </FormDialog>
  );
}
