import { digest } from "@/server/core/crypto";
import { newId } from "@/server/core/ids";
import { MINUTE } from "@/server/core/time";
import { insertChallenge } from "../repository";
import { CHALLENGE_MINUTES, type PasskeyPurpose } from "../rules";

/** Remembers what a browser is asked to sign; its answer counts once, for this purpose and person. */
export async function openChallenge(
  challenge: string,
  { userId, purpose, now }: { userId: string | null; purpose: PasskeyPurpose; now: Date },
): Promise<void> {
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * MINUTE);
  await insertChallenge({ id: newId(), userId, purpose, challengeHash: digest(challenge), expiresAt });
}
