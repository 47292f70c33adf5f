"use client";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useMutation, useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import type { UsedPasskey } from "@/server/identity/passkeys/schema";
import { useTRPC, useTRPCClient } from "../../providers/trpc-provider";
import { useCloseDialog } from "../../shared/dialog-slot";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { passkeyFault } from "./passkey-fault";
import { usePasskeySupport } from "./use-passkey-support";

/** In place of the password, for whoever has a passkey. */
export function PasskeyProof({ onProved }: { onProved: () => void }) {
  const text = useText("identity");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const close = useCloseDialog();
  const isSupported = usePasskeySupport();
  const passkeys = useQuery(trpc.passkeys.list.queryOptions());
  const prove = useMutation({
    mutationKey: trpc.passkeys.reauthenticate.mutationKey(),
    mutationFn: async () => {
      const options = await client.passkeys.beginProof.mutate();
      const passkey = await answer(options).catch((error) => Promise.reject(passkeyFault(error)));
      return client.passkeys.reauthenticate.mutate({ passkey });
    },
    onSuccess: () => {
      onProved();
      close();
    },
  });
  if (!isSupported || !passkeys.data?.length) return null;
  return (
    <div className="flex flex-col gap-3">
      {prove.error != null && <RefusalNote error={prove.error} />}
      <Button isBusy={prove.isPending} onClick={() => prove.mutate()}>
        <KeyRound aria-hidden="true" />
        {text("proof.usePasskey")}
      </Button>
    </div>
  );
}

async function answer(options: Record<string, unknown>): Promise<UsedPasskey> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return (await startAuthentication({ optionsJSON })) as unknown as UsedPasskey;
}
