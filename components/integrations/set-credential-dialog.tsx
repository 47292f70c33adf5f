"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type ConnectionView, setCredentialInput } from "@/server/integrations/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { Input } from "../ui/input";
import { toast } from "../ui/toast-store";

type Values = z.input<typeof setCredentialInput>;

interface SetCredentialDialogProps {
  provider: ConnectionView["provider"];
  field: Values["field"];
  onSet: () => void;
}

/** Takes a new credential; the one before is not shown, and this one never will be. */
export function SetCredentialDialog({ provider, field, onSet }: SetCredentialDialogProps) {
  const text = useText("integrations");
  const form = useForm<Values>({
    resolver: zodResolver(setCredentialInput),
    defaultValues: { provider, field, credential: "" },
  });
  const set = useMutation(useTRPC().integrations.setCredential.mutationOptions());
  const names = { field: text(`fields.${field}`), provider: text(`providers.${provider}.name`) };
  return (
    <FormDialog
      title={text("edit.title", names)}
      description={text("edit.lead")}
      form={form}
      mutation={set}
      submitLabel={text("edit.save")}
      onDone={() => {
        toast({ title: text("edit.done", { field: names.field }) });
        onSet();
      }}
    >
      <FormField<Values> name="credential" label={text("edit.label")}>
        {(control) => <Input {...control} type="password" autoComplete="off" spellCheck={false} autoFocus />}
      </FormField>
    </FormDialog>
  );
}
