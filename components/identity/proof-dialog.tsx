"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { ReauthenticateInput } from "@/server/identity/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { PasskeyProof } from "./passkeys/passkey-proof";
import { PasswordInput } from "./password-input";

/** The password once more, a passkey, or a code of the app. */
export function ProofDialog({ onProved }: { onProved: () => void }) {
  const text = useText("identity");
  const trpc = useTRPC();
  const [isCode, setCode] = useState(false);
  const form = useForm<ReauthenticateInput>({ defaultValues: { password: "", code: "" } });
  const hasTwoFactor = useQuery(trpc.twoFactor.get.queryOptions()).data?.enabledAt != null;
  const prove = useMutation(trpc.identity.reauthenticate.mutationOptions());
  const mutation = {
    ...prove,
    mutate: ({ password, code }: ReauthenticateInput, options: Parameters<typeof prove.mutate>[1]) =>
      prove.mutate(isCode ? { code } : { password }, options),
  } as typeof prove;
  return (
    <FormDialog
      title={text("proof.title")}
      description={text("proof.lead")}
      size="sm"
      form={form}
      mutation={mutation}
      submitLabel={text("proof.submit")}
      onDone={onProved}
    >
      {isCode ? (
        <FormField name="code" label={text("proof.code")}>
          {(control) => <Input {...control} inputMode="numeric" autoComplete="one-time-code" autoFocus />}
        </FormField>
      ) : (
        <FormField name="password" label={text("proof.password")}>
          {(control) => <PasswordInput {...control} autoComplete="current-password" autoFocus />}
        </FormField>
      )}
      <PasskeyProof onProved={onProved} />
      {hasTwoFactor && (
        <Button variant="link" size="inline" className="self-start" onClick={() => setCode(!isCode)}>
          {text(isCode ? "proof.usePassword" : "proof.useCode")}
        </Button>
      )}
    </FormDialog>
  );
}
