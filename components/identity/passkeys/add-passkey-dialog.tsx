"use client";

import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useMutation } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useForm } from "react-hook-form";
import type { CreatedPasskey } from "@/server/identity/passkeys/schema";
import { deviceText, readDevice } from "@/server/identity/rules/device";
import { useTRPC, useTRPCClient } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast-store";
import { passkeyFault } from "./passkey-fault";

/** Asks for a name, then the browser asks for a finger, a face or a PIN. */
export function AddPasskeyDialog({ options }: { options: PublicKeyCredentialCreationOptionsJSON }) {
  const text = useText("passkeys");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const name = deviceText(readDevice(navigator.userAgent), useLocale());
  const form = useForm({ defaultValues: { name } });
  const add = useMutation({
    mutationKey: trpc.passkeys.add.mutationKey(),
    mutationFn: async (values: { name: string }) => {
      const passkey = await createPasskey(options).catch((error) => Promise.reject(passkeyFault(error)));
      return client.passkeys.add.mutate({ name: values.name, passkey });
    },
  });
  return (
    <FormDialog
      title={text("add")}
      description={text("addLead")}
      size="sm"
      form={form}
      mutation={add}
      submitLabel={text("create")}
      onDone={() => toast({ title: text("added") })}
    >
      <FormField name="name" label={text("name")} hint={text("nameHint")}>
        {(control) => <Input {...control} maxLength={80} autoFocus />}
      </FormField>
    </FormDialog>
  );
}

/** The library comes with the click. What the browser answers is read again, strictly, by the server. */
async function createPasskey(optionsJSON: PublicKeyCredentialCreationOptionsJSON): Promise<CreatedPasskey> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  return (await startRegistration({ optionsJSON })) as unknown as CreatedPasskey;
}
