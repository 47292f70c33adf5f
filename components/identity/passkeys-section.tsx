"use client";

import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import { useTRPC } from "../providers/trpc-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { RefusalNote } from "../shared/refusal-note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";
import { PasskeyLine } from "./passkeys/passkey-line";
import { usePasskeySupport } from "./passkeys/use-passkey-support";

const AddPasskeyDialog = lazy(() =>
  import("./passkeys/add-passkey-dialog").then((file) => ({ default: file.AddPasskeyDialog })),
);

/** The person's passkeys: they sign in with a finger or a face instead of a password and a code. */
export function PasskeysSection() {
  const text = useText("passkeys");
  const trpc = useTRPC();
  const { data: passkeys } = useSuspenseQuery(trpc.passkeys.list.queryOptions());
  const [options, setOptions] = useState<PublicKeyCredentialCreationOptionsJSON>();
  const isSupported = usePasskeySupport();
  const begin = useMutation(
    trpc.passkeys.begin.mutationOptions({
      onSuccess: (asked) => setOptions(asked as unknown as PublicKeyCredentialCreationOptionsJSON),
    }),
  );
  return (
    <Card aria-labelledby="passkeys-title">
      <CardHeader>
        <CardTitle id="passkeys-title">{text("title")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col items-start gap-4">
        <p className="max-w-prose text-muted-foreground">{text("lead")}</p>
        {begin.error && <RefusalNote error={begin.error} />}
        {isSupported ? (
          <Button isBusy={begin.isPending} onClick={() => begin.mutate()}>
            {text("add")}
          </Button>
        ) : (
          <p className="text-muted-foreground text-sm">{text("unsupported")}</p>
        )}
      </CardContent>
      {passkeys.length > 0 && (
        <ul className="divide-y border-t">
          {passkeys.map((passkey) => (
            <PasskeyLine key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <DialogSlot isOpen={options !== undefined} onClose={() => setOptions(undefined)}>
        {options && <AddPasskeyDialog options={options} />}
      </DialogSlot>
    </Card>
  );
}
