import { AppError } from "@/server/core/errors";
import { log } from "@/server/core/log";
import type { SignInStep } from "../../commands/continue-sign-in";
import { openSession } from "../../commands/open-session";
import type { Visitor } from "../../rules/visitor";
import { type UsePasskeyInput, usePasskeyInput } from "../schema";
import { provePasskey } from "./prove-passkey";

/** Opens a session by a passkey. It is something one has, and its device has checked its owner: two factors at once. */
export async function signInWithPasskey(
  visitor: Visitor,
  { isRemembered, ...input }: UsePasskeyInput & { isRemembered: boolean },
): Promise<SignInStep> {
  const { passkey } = usePasskeyInput.parse(input);
  const person = await provePasskey({ passkey, userId: null, purpose: "sign_in" });
  if (!person) {
    const { ip, requestId } = visitor;
    log("security").info({ requestId, ip, reason: "passkey_refused" }, "sign-in refused");
    throw new AppError({ code: "UNAUTHENTICATED", reason: "passkey_refused" });
  }
  return { kind: "session", session: await openSession(visitor, { person, isRemembered, hasSecondFactor: true }) };
}
