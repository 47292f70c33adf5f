import { AppError } from "@/server/core/errors";
import type { PortalSession } from "../rules/session";
import type { Visitor } from "../rules/visitor";
import { type SignInInput, signInInput } from "../schema";
import { requireSecondFactor } from "../two-factor/commands/require-second-factor";
import { type OpenedSession, openSession } from "./open-session";
import { provePassword } from "./prove-password";

/** Opens a session in one step, with the code beside the password where one is needed: for programs, and for tests. */
export async function signIn(
  visitor: Visitor,
  input: SignInInput & { kind?: PortalSession["kind"] },
): Promise<OpenedSession> {
  const { email, password, isRemembered, twoFactorCode } = signInInput.parse(input);
  const person = await provePassword(visitor, { email, password });
  if (person.hasTwoFactor) {
    if (!twoFactorCode) throw new AppError({ code: "TWO_FACTOR_REQUIRED", reason: "code_needed" });
    await requireSecondFactor(visitor, { ...person, code: twoFactorCode });
  }
  return openSession(visitor, { person, isRemembered, kind: input.kind, hasSecondFactor: person.hasTwoFactor });
}
