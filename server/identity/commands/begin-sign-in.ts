import type { Visitor } from "../rules/visitor";
import { type SignInInput, signInInput } from "../schema";
import { continueSignIn, type SignInStep } from "./continue-sign-in";
import { provePassword } from "./prove-password";

/** The first of a browser's two steps: a session, or a challenge when a code is needed too. The password is not kept. */
export async function beginSignIn(visitor: Visitor, input: SignInInput): Promise<SignInStep> {
  const { email, password, isRemembered } = signInInput.parse(input);
  const person = await provePassword(visitor, { email, password });
  return continueSignIn(visitor, { person, isRemembered });
}
