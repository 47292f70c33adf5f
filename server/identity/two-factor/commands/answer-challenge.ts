import { digest } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { type OpenedSession, openSession } from "../../commands/open-session";
import { noteRefusedEntry, requireUnlocked } from "../../commands/prove-password";
import type { Visitor } from "../../rules/visitor";
import { consumeChallenge, tryChallenge } from "../repository";
import { type AnswerChallengeInput, answerChallengeInput } from "../schema";
import { requireSecondFactor } from "./require-second-factor";

const MAX_TRIES = 5;

/** The second of a browser's two steps: the code of the app, or a recovery code. */
export async function answerChallenge(visitor: Visitor, input: AnswerChallengeInput): Promise<OpenedSession> {
  const { challenge, code } = answerChallengeInput.parse(input);
  const tokenHash = digest(challenge);
  const found = await tryChallenge(tokenHash, MAX_TRIES);
  if (!found) throw expired(visitor);
  requireUnlocked(found.lockedUntil, visitor.now ?? new Date());
  const { userId, email, name, locale, isRemembered } = found;
  await requireSecondFactor(visitor, { userId, email, locale, code });
  if (!(await consumeChallenge(tokenHash))) throw expired(visitor);
  return openSession(visitor, { person: { userId, email, name, locale }, isRemembered, hasSecondFactor: true });
}

function expired(visitor: Visitor): AppError {
  noteRefusedEntry(visitor, "challenge_expired");
  return new AppError({ code: "UNAUTHENTICATED", reason: "challenge_expired" });
}
