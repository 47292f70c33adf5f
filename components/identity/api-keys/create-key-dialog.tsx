"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { createApiKeyInput, DEFAULT_DAYS, type IssuedApiKey } from "@/server/identity/api-keys/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { ExpirySelect } from "./expiry-select";
import { KeyBranches } from "./key-branches";
import { KeyReach } from "./key-reach";
import { ScopeChoice } from "./scope-choice";

export type KeyValues = z.input<typeof createApiKeyInput>;

export function CreateKeyDialog({ onIssued }: { onIssued: (issued: IssuedApiKey) => void }) {
  const text = useText("api-keys");
  const trpc = useTRPC();
  const form = useForm<KeyValues>({
    resolver: zodResolver(createApiKeyInput),
    defaultValues: { name: "", scopes: [], branchIds: [], isGroupWide: false, expiresInDays: DEFAULT_DAYS },
  });
  const isGroupWide = useWatch({ control: form.control, name: "isGroupWide" });
  const create = useMutation(trpc.apiKeys.create.mutationOptions());
  return (
    <FormDialog
      title={text("create.title")}
      description={text("create.lead")}
      form={form}
      mutation={create}
      submitLabel={text("create.submit")}
      onDone={onIssued}
    >
      <FormField<KeyValues> name="name" label={text("create.name")} hint={text("create.nameHint")}>
        {(control) => <Input {...control} autoComplete="off" maxLength={80} autoFocus />}
      </FormField>
      <FormField<KeyValues> name="expiresInDays" label={text("create.expiry")}>
        {(control) => <ExpirySelect {...control} />}
      </FormField>
      <KeyReach />
      {!isGroupWide && <KeyBranches />}
      <ScopeChoice />
    </FormDialog>
  );
}
