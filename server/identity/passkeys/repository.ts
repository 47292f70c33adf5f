import { appClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import type { PasskeyPurpose } from "./rules";

type Client = Pick<Prisma.TransactionClient, "$queryRaw">;

export interface Challenge {
  /** Null while nobody is known yet. */
  userId: string | null;
  purpose: PasskeyPurpose;
  challengeHash: string;
}

export async function insertChallenge({ id, expiresAt, ...challenge }: Challenge & { id: string; expiresAt: Date }) {
  const { userId, purpose, challengeHash } = challenge;
  await appClient().$queryRaw`
    SELECT passkey_challenge_open(${id}::uuid, ${userId}::uuid, ${purpose}, ${challengeHash}, ${expiresAt}::timestamptz)::text`;
}

/** False for what was never asked, asked for something else, too long ago, or answered already. */
export async function takeChallenge({ userId, purpose, challengeHash }: Challenge): Promise<boolean> {
  const [row] = await appClient().$queryRaw<{ isTaken: boolean }[]>`
    SELECT passkey_challenge_take(${userId}::uuid, ${purpose}, ${challengeHash}) AS "isTaken"`;
  return row?.isTaken ?? false;
}

export interface PasskeyRow {
  id: string;
  credentialId: string;
  name: string;
  transports: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
}

export async function listPasskeyRows(userId: string): Promise<PasskeyRow[]> {
  return appClient().$queryRaw<PasskeyRow[]>`
    SELECT id, credential_id AS "credentialId", name, transports, created_at AS "createdAt", last_used_at AS "lastUsedAt"
    FROM passkeys_of(${userId}::uuid)`;
}

export interface NewPasskey {
  id: string;
  userId: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
  name: string;
}

/** False when it is known already, or one too many. */
export async function insertPasskey(passkey: NewPasskey, most: number, client: Client): Promise<boolean> {
  const { id, userId, credentialId, publicKey, counter, transports, name } = passkey;
  const [row] = await client.$queryRaw<{ isAdded: boolean }[]>`
    SELECT passkey_add(${id}::uuid, ${userId}::uuid, ${credentialId}, ${publicKey}, ${counter}::bigint, ${transports}::text[],
      ${name}, ${most}::int) AS "isAdded"`;
  return row?.isAdded ?? false;
}

interface OwnPasskey {
  userId: string;
  passkeyId: string;
}

/** False for a passkey that is not theirs. */
export async function setPasskeyName(
  { userId, passkeyId }: OwnPasskey,
  name: string,
  client: Client,
): Promise<boolean> {
  const [row] = await client.$queryRaw<{ isDone: boolean }[]>`
    SELECT passkey_rename(${userId}::uuid, ${passkeyId}::uuid, ${name}) AS "isDone"`;
  return row?.isDone ?? false;
}

export async function deletePasskey({ userId, passkeyId }: OwnPasskey, client: Client): Promise<boolean> {
  const [row] = await client.$queryRaw<{ isDone: boolean }[]>`
    SELECT passkey_remove(${userId}::uuid, ${passkeyId}::uuid) AS "isDone"`;
  return row?.isDone ?? false;
}

export interface PasskeyOwner {
  id: string;
  publicKey: Uint8Array;
  counter: bigint;
  transports: string[];
  userId: string;
  email: string;
  name: string;
  locale: string;
  hasTwoFactor: boolean;
}

export async function findPasskey(credentialId: string): Promise<PasskeyOwner | null> {
  const rows = await appClient().$queryRaw<PasskeyOwner[]>`
    SELECT id, public_key AS "publicKey", counter, transports, user_id AS "userId", email, name, locale, has_totp AS "hasTwoFactor"
    FROM passkey_find(${credentialId})`;
  return rows[0] ?? null;
}

/** False when the counter did not grow. */
export async function countUse(passkeyId: string, counter: number): Promise<boolean> {
  const [row] = await appClient().$queryRaw<{ isCounted: boolean }[]>`
    SELECT passkey_use(${passkeyId}::uuid, ${counter}::bigint) AS "isCounted"`;
  return row?.isCounted ?? false;
}
