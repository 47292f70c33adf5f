"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { changePasswordInput } from "@/server/identity/passwords/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";
import { NewPasswordInput } from "./new-password-input";
import { PasswordInput } from "./password-input";

/** The one so far proves who it is; every other device is signed out. */
export function ChangePasswordDialog({ personFacts }: { personFacts: readonly string[] }) {
  const text = useText("passwords");
  const trpc = useTRPC();
  const defaultValues = { currentPassword: "", newPassword: "" };
  const form = useForm({ resolver: zodResolver(changePasswordInput), defaultValues });
  const change = useMutation(trpc.passwords.change.mutationOptions({ meta: { refresh: ["sessions"] } }));
  return (
    <FormDialog
      title={text("change")}
      size="sm"
      form={form}
      mutation={change}
      submitLabel={text("submit")}
      onDone={() => toast({ title: text("done") })}
    >
      <FormField name="currentPassword" label={text("current")}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" autoFocus />}
      </FormField>
      <FormField name="newPassword" label={text("new")}>
        {(control) => <NewPasswordInput {...control} personFacts={personFacts} />}
      </FormField>
    </FormDialog>
  );
}
