import type { Visitor } from "../rules/visitor";
import { startChallenge } from "../two-factor/commands/start-challenge";
import { type OpenedSession, openSession } from "./open-session";
import type { ProvedPerson } from "./prove-password";

export type SignInStep = { kind: "session"; session: OpenedSession } | { kind: "challenge"; challenge: string };

/** After a first factor (a password, a mailed link): the session, or the way to the second factor. */
export async function continueSignIn(
  visitor: Visitor,
  { person, isRemembered = false }: { person: ProvedPerson; isRemembered?: boolean },
): Promise<SignInStep> {
  if (person.hasTwoFactor)
    return { kind: "challenge", challenge: await startChallenge(visitor, { userId: person.userId, isRemembered }) };
  return { kind: "session", session: await openSession(visitor, { person, isRemembered }) };
}
