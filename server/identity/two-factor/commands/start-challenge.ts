import { digest, randomToken } from "@/server/core/crypto";
import { newId } from "@/server/core/ids";
import { MINUTE } from "@/server/core/time";
import type { Visitor } from "../../rules/visitor";
import { insertChallenge } from "../repository";

const CHALLENGE_MINUTES = 10;

/** Remembers for some minutes that the first factor was right; returns the token that the second one comes with. */
export async function startChallenge(
  { now = new Date() }: Visitor,
  { userId, isRemembered }: { userId: string; isRemembered: boolean },
): Promise<string> {
  const token = randomToken(32);
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * MINUTE);
  await insertChallenge({ id: newId(), userId, tokenHash: digest(token), isRemembered, expiresAt });
  return token;
}
