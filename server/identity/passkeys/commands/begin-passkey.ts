import type { AccountContext } from "../../rules/account";
import type { Visitor } from "../../rules/visitor";
import { askForKey, askForNewKey } from "../adapters/simplewebauthn";
import { listPasskeyRows } from "../repository";
import { openChallenge } from "./open-challenge";

/** What the browser is to be asked so that somebody gets one more passkey. */
export async function beginPasskey({ userId, session, now }: AccountContext) {
  const { email, name } = session.user;
  const options = await askForNewKey({ userId, email, name }, await listPasskeyRows(userId));
  await openChallenge(options.challenge, { userId, purpose: "register", now });
  return { ...options };
}

/** What the browser is to be asked so that somebody, not known yet, signs in. */
export async function beginPasskeySignIn({ now = new Date() }: Visitor) {
  const options = await askForKey();
  await openChallenge(options.challenge, { userId: null, purpose: "sign_in", now });
  return { ...options };
}

/** What the browser is to be asked so that somebody proves once more who they are. */
export async function beginPasskeyProof({ userId, now }: AccountContext) {
  const options = await askForKey(await listPasskeyRows(userId));
  await openChallenge(options.challenge, { userId, purpose: "reauthenticate", now });
  return { ...options };
}
