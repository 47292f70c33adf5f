"use server";

import { getText } from "@/components/shared/get-text";
import { beginPasskeySignIn, signInByPasskey } from "@/server/api/rsc-passkeys";

export async function beginPasskeyAction(): Promise<unknown> {
  return beginPasskeySignIn();
}

/** Redirects on success; otherwise says what was wrong. */
export async function signInByPasskeyAction(passkey: unknown, isRemembered: boolean): Promise<{ message: string }> {
  const fault = await signInByPasskey(passkey, isRemembered);
  if (fault === "passkey") return { message: (await getText("passkeys"))("refused") };
  return { message: (await getText("identity"))(`signIn.errors.${fault}`) };
}
