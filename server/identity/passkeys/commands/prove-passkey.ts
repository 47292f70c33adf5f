import { digest } from "@/server/core/crypto";
import { log } from "@/server/core/log";
import { readUse } from "../adapters/simplewebauthn";
import { countUse, findPasskey, type PasskeyOwner, takeChallenge } from "../repository";
import type { PasskeyPurpose } from "../rules";
import type { UsedPasskey } from "../schema";

interface Proof {
  passkey: UsedPasskey;
  /** Who was asked; null when whoever has the key may answer. */
  userId: string | null;
  purpose: PasskeyPurpose;
}

/** Whose passkey has signed what we asked, once; null for anything else, and for a key of which there are two. */
export async function provePasskey({ passkey, userId, purpose }: Proof): Promise<PasskeyOwner | null> {
  const owner = await findPasskey(passkey.id);
  if (!owner || (userId && owner.userId !== userId)) return null;
  const { publicKey, transports } = owner;
  const key = { credentialId: passkey.id, publicKey, transports, counter: Number(owner.counter) };
  const use = await readUse(passkey, key, (challenge) =>
    takeChallenge({ userId, purpose, challengeHash: digest(challenge) }),
  );
  if (!use) return null;
  if (await countUse(owner.id, use.counter)) return owner;
  log("security").warn({ userId: owner.userId, passkeyId: owner.id }, "passkey counter did not grow");
  return null;
}
