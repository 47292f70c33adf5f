import "server-only";
import { headers } from "next/headers";
import { signInWithPasskey } from "@/server/identity/passkeys/commands/sign-in-with-passkey";
import { usePasskeyInput } from "@/server/identity/passkeys/schema";
import { createContext } from "./context";
import { failureOf } from "./refusal";
import { appRouter } from "./root";
import { enterOr, type SignInFault } from "./rsc-sign-in";
import { visitorOf } from "./visitor";

/** What the browser is to be asked; null when there is no answer now, or too much was asked. */
export async function beginPasskeySignIn(): Promise<Record<string, unknown> | null> {
  const context = await createContext(await headers());
  try {
    return await appRouter.createCaller(context).passkeys.beginSignIn();
  } catch (error) {
    // Translated only for its line in the log.
    failureOf(error, context.requestId);
    return null;
  }
}

/** Opens a session and goes to the page that was asked for; otherwise says what was wrong. */
export async function signInByPasskey(passkey: unknown, isRemembered: boolean): Promise<SignInFault | "passkey"> {
  const input = usePasskeyInput.safeParse({ passkey });
  if (!input.success) return "passkey";
  const fault = await enterOr(async () =>
    signInWithPasskey(visitorOf(await headers()), { ...input.data, isRemembered: isRemembered === true }),
  );
  return fault === "invalid" ? "passkey" : fault;
}
