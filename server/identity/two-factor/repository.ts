import { appClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";

type Client = Pick<Prisma.TransactionClient, "$queryRaw">;

export interface NewChallenge {
  id: string;
  userId: string;
  tokenHash: string;
  isRemembered: boolean;
  expiresAt: Date;
}

export async function insertChallenge(challenge: NewChallenge): Promise<void> {
  const { id, userId, tokenHash, isRemembered, expiresAt } = challenge;
  await appClient().$queryRaw`
    SELECT challenge_open(${id}::uuid, ${userId}::uuid, ${tokenHash}, ${isRemembered}, ${expiresAt}::timestamptz)::text`;
}

export interface Challenged {
  userId: string;
  email: string;
  name: string;
  locale: string;
  isRemembered: boolean;
  lockedUntil: Date | null;
  totpSecretEncrypted: string | null;
}

/** Counts a try; null when the challenge is used up, too old, or was tried too often. */
export async function tryChallenge(tokenHash: string, maxTries: number): Promise<Challenged | null> {
  const rows = await appClient().$queryRaw<Challenged[]>`
    SELECT user_id AS "userId", email, name, locale, is_remembered AS "isRemembered", locked_until AS "lockedUntil",
      totp_secret_encrypted AS "totpSecretEncrypted" FROM challenge_try(${tokenHash}, ${maxTries}::int)`;
  return rows[0] ?? null;
}

/** False for the second of two who answer at once. */
export async function consumeChallenge(tokenHash: string): Promise<boolean> {
  return isTrue(await appClient().$queryRaw<Answer[]>`SELECT challenge_use(${tokenHash}) AS "isDone"`);
}

/** False when a second factor is on already. */
export async function storePendingSecret(userId: string, secretEncrypted: string): Promise<boolean> {
  const rows = await appClient().$queryRaw<Answer[]>`
    SELECT two_factor_begin(${userId}::uuid, ${secretEncrypted}) AS "isDone"`;
  return isTrue(rows);
}

/** False when this step's code, or a later one, was used before. */
export async function takeStep(userId: string, step: number, client: Client = appClient()): Promise<boolean> {
  const rows = await client.$queryRaw<Answer[]>`
    SELECT two_factor_take_step(${userId}::uuid, ${step}::bigint) AS "isDone"`;
  return isTrue(rows);
}

/** False for a code that is not theirs, or was used before. */
export async function takeRecoveryCode(userId: string, codeHash: string): Promise<boolean> {
  const rows = await appClient().$queryRaw<Answer[]>`
    SELECT recovery_code_use(${userId}::uuid, ${codeHash}) AS "isDone"`;
  return isTrue(rows);
}

export async function replaceRecoveryCodes(userId: string, codes: { id: string; hash: string }[], client: Client) {
  const [ids, hashes] = [codes.map(({ id }) => id), codes.map(({ hash }) => hash)];
  await client.$queryRaw`SELECT recovery_codes_replace(${userId}::uuid, ${ids}::uuid[], ${hashes}::text[])::text`;
}

/** False when it is on already, or was never begun. */
export async function switchOn(userId: string, client: Client): Promise<boolean> {
  return isTrue(await client.$queryRaw<Answer[]>`SELECT two_factor_enable(${userId}::uuid) AS "isDone"`);
}

export async function switchOff(userId: string, client: Client): Promise<boolean> {
  return isTrue(await client.$queryRaw<Answer[]>`SELECT two_factor_disable(${userId}::uuid) AS "isDone"`);
}

interface Answer {
  isDone: boolean;
}
const isTrue = (rows: Answer[]): boolean => rows[0]?.isDone ?? false;
