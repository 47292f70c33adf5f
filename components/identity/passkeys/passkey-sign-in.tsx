"use client";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { KeyRound } from "lucide-react";
import { useState, useTransition } from "react";
import { Note } from "../../shared/note";
import { refusalText } from "../../shared/refusal";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { passkeyFault } from "./passkey-fault";
import { usePasskeySupport } from "./use-passkey-support";

export interface PasskeySignInProps {
  begin: () => Promise<unknown>;
  /** Redirects on success; otherwise says what was wrong. */
  finish: (passkey: unknown, isRemembered: boolean) => Promise<{ message: string }>;
}

/** Signs in with what the device keeps. The library loads with the click, so the page weighs no more than before. */
export function PasskeySignIn({ begin, finish }: PasskeySignInProps) {
  const text = useText("passkeys");
  const errors = useText("errors");
  const [message, setMessage] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const isSupported = usePasskeySupport();
  if (!isSupported) return null;

  const handleClick = () =>
    startTransition(async () => {
      setMessage(undefined);
      const options = (await begin()) as PublicKeyCredentialRequestOptionsJSON | null;
      if (!options) return setMessage(text("unavailable"));
      const answered = await answer(options).catch(passkeyFault);
      if (isRefusal(answered)) return setMessage(refusalText(errors, answered));
      // The box belongs to the form above, and says the same for every way in.
      const box = document.querySelector<HTMLInputElement>("input[name=remember]");
      setMessage((await finish(answered, box?.checked ?? false)).message);
    });

  return (
    <div className="flex flex-col gap-3 noscript:hidden">
      <Button isBusy={isPending} onClick={handleClick} className="h-11 w-full">
        <KeyRound aria-hidden="true" />
        {text("signIn")}
      </Button>
      {message && <Note tone="danger">{message}</Note>}
    </div>
  );
}

async function answer(optionsJSON: PublicKeyCredentialRequestOptionsJSON): Promise<unknown> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return startAuthentication({ optionsJSON });
}

const isRefusal = (answered: unknown): boolean => answered instanceof Error || "data" in (answered as object);
