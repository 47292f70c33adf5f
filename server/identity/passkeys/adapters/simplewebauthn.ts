import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { env } from "@/server/core/env";
import { log } from "@/server/core/log";
import { relyingParty } from "../rules";
import type { CreatedPasskey, UsedPasskey } from "../schema";

export interface Owner {
  userId: string;
  email: string;
  name: string;
}

export interface KnownKey {
  credentialId: string;
  transports: string[];
}

const party = () => relyingParty(env().APP_URL);
const toDescriptor = ({ credentialId, transports }: KnownKey) => ({ id: credentialId, transports });

/** Asks for a new key that the device itself finds again and that checks its owner, by finger, face or PIN. */
export async function askForNewKey({ userId, email, name }: Owner, known: KnownKey[]) {
  return generateRegistrationOptions({
    rpName: "AskProAI",
    rpID: party().id,
    userID: Uint8Array.from(Buffer.from(userId.replaceAll("-", ""), "hex")),
    userName: email,
    userDisplayName: name,
    excludeCredentials: known.map(toDescriptor),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** Asks for a known key; without a list the device offers those that it has. */
export async function askForKey(known: KnownKey[] = []) {
  return generateAuthenticationOptions({
    rpID: party().id,
    userVerification: "required",
    ...(known.length > 0 && { allowCredentials: known.map(toDescriptor) }),
  });
}

type TakeChallenge = (challenge: string) => Promise<boolean>;

/** The new key, or null when the answer is not what was asked for, from our page, by a person who was checked. */
export async function readNewKey(response: CreatedPasskey, takeChallenge: TakeChallenge) {
  return attempt(async () => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: takeChallenge,
      ...expected(),
    });
    return verified ? registrationInfo.credential : null;
  });
}

interface StoredKey extends KnownKey {
  publicKey: Uint8Array;
  counter: number;
}

/** The key's new counter, or null when the signature, the question, the page or the counter is wrong. */
export async function readUse(response: UsedPasskey, key: StoredKey, takeChallenge: TakeChallenge) {
  return attempt(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: takeChallenge,
      credential: { id: key.credentialId, publicKey: Uint8Array.from(key.publicKey), counter: key.counter },
      ...expected(),
    });
    return verified ? { counter: authenticationInfo.newCounter } : null;
  });
}

function expected() {
  const { id, origin } = party();
  return { expectedRPID: id, expectedOrigin: origin, requireUserVerification: true };
}

/** The library throws for whatever it does not like. */
async function attempt<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    log("security").info({ fault: error instanceof Error ? error.message : "unknown" }, "passkey refused");
    return null;
  }
}
