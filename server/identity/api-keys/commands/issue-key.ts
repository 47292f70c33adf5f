import { type TransactionContext, userIdOf } from "@/server/core/context";
import { digest } from "@/server/core/crypto";
import { AppError, notFound } from "@/server/core/errors";
import { randomText } from "@/server/core/random-text";
import { DAY } from "@/server/core/time";
import { type ApiKeyRow, countOwnBranches, insertKey } from "../repository";
import { checkScopes, prefixOf, tokenOf } from "../rules";

const SHOWN_LENGTH = 8;
const SECRET_LENGTH = 40;

export interface KeyWish {
  name: string;
  scopes: string[];
  branchIds: string[];
  isGroupWide?: boolean | undefined;
  /** Who has ended the one before it for themselves. */
  refusedCompanyIds?: string[];
  expiresInDays: number;
  rotatedFromId?: string;
}

/**
 * Writes a new key of whoever asks; the token is random enough to be stored as a plain digest, and is never seen again.
 * Throws FORBIDDEN for a scope that they don't hold, NOT_FOUND for a branch that is not theirs.
 */
export async function issueKey(tx: TransactionContext, { expiresInDays, ...wish }: KeyWish) {
  // A key lives as long as its creator works here, which an operator of the platform does not.
  if (tx.actor.kind !== "user") throw new AppError({ code: "FORBIDDEN", reason: "api_key_needs_member" });
  const refusal = checkScopes(wish.scopes, [...(tx.permissions ?? [])]);
  if (refusal) throw new AppError(refusal);
  const branchIds = await requireOwnBranches(tx, wish.branchIds);
  const token = tokenOf({ shown: randomText(SHOWN_LENGTH), secret: randomText(SECRET_LENGTH) });
  const row: ApiKeyRow = await insertKey(tx, {
    ...wish,
    branchIds,
    prefix: prefixOf(token),
    keyHash: digest(token),
    expiresAt: new Date(tx.now.getTime() + expiresInDays * DAY),
    createdByUserId: userIdOf(tx),
    createdAt: tx.now,
  });
  return { row, token };
}

async function requireOwnBranches(tx: TransactionContext, branchIds: string[]): Promise<string[]> {
  const asked = [...new Set(branchIds)];
  const own = tx.restriction?.branchIds ?? [];
  const isForeign = own.length > 0 && asked.some((id) => !own.includes(id));
  if (isForeign || (await countOwnBranches(tx, asked)) !== asked.length) throw notFound("branch");
  return asked;
}
