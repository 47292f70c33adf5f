"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { type PasskeyView, renamePasskeyInput } from "@/server/identity/passkeys/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";

export function RenamePasskeyDialog({ passkey: { id, name } }: { passkey: PasskeyView }) {
  const text = useText("passkeys");
  const trpc = useTRPC();
  const form = useForm({ resolver: zodResolver(renamePasskeyInput), defaultValues: { passkeyId: id, name } });
  const rename = useMutation(trpc.passkeys.rename.mutationOptions());
  return (
    <FormDialog title={text("rename")} size="sm" form={form} mutation={rename}>
      <FormField name="name" label={text("name")}>
        {(control) => <Input {...control} maxLength={80} autoFocus />}
      </FormField>
    </FormDialog>
  );
}
