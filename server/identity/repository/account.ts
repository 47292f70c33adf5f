import { appClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";

/** What is asked again of somebody who is signed in already, and what protects their account. */
export interface AccountFacts {
  email: string;
  passwordHash: string | null;
  totpSecretEncrypted: string | null;
  totpEnabledAt: Date | null;
  lockedUntil: Date | null;
  recoveryCodesLeft: number;
}

export async function findAccount(userId: string): Promise<AccountFacts | null> {
  const rows = await appClient().$queryRaw<AccountFacts[]>`
    SELECT email, password_hash AS "passwordHash", totp_secret_encrypted AS "totpSecretEncrypted", totp_enabled_at AS "totpEnabledAt",
      locked_until AS "lockedUntil", recovery_codes_left AS "recoveryCodesLeft" FROM account_find(${userId}::uuid)`;
  return rows[0] ?? null;
}

/** A transaction of nobody's company: for people who work nowhere. */
export async function inAccountTransaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return appClient().$transaction(work);
}

/** Into the platform's chain; its head is taken, so it comes last. */
export async function appendOwnActivity(entry: object, tx: Prisma.TransactionClient): Promise<void> {
  await tx.$queryRaw`SELECT append_account_activity(${JSON.stringify([entry])}::jsonb)::text`;
}
