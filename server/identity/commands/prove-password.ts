import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { log } from "@/server/core/log";
import { verifyPassword } from "../adapters/argon2";
import { countRefusedSignIn, findSignIn } from "../repository/sign-in";
import type { Visitor } from "../rules/visitor";

/** Somebody who has shown that they are the account's owner. */
export interface ProvedPerson {
  userId: string;
  name: string;
  email: string;
  locale: string;
  hasTwoFactor: boolean;
}

/** Says whose password it is. A wrong one, an unknown address and one that waits take the same time and the same work. */
export async function provePassword(
  visitor: Visitor,
  { email, password }: { email: string; password: string },
): Promise<ProvedPerson> {
  const { ip, now = new Date() } = visitor;
  const known = await findSignIn(email, ip);
  const isRight = await verifyPassword(known.passwordHash, password);
  // Asked after the work: of many guesses at once, those that end after the fifth wrong one tell nothing and count nothing.
  const { lockedUntil } = await findSignIn(email, ip);
  if (isLocked(lockedUntil, now)) noteRefusedEntry(visitor, "too_many_attempts", known.userId);
  requireUnlocked(lockedUntil, now);
  if (!isRight || !known.userId) {
    await refuse(visitor, { email, userId: known.userId, reason: "wrong_credentials" });
    throw new AppError({ code: "UNAUTHENTICATED", reason: "wrong_credentials" });
  }
  const { userId, name, locale, hasTwoFactor } = known;
  return { userId, email, name: name ?? "", locale: locale ?? "de", hasTwoFactor: hasTwoFactor ?? false };
}

/** Counts towards the waiting time of the account and of the network address. */
export async function refuse(
  visitor: Visitor,
  { email, userId, reason }: { email: string; userId: string | null; reason: string },
): Promise<void> {
  await countRefusedSignIn({ attemptId: newId(), email, ip: visitor.ip, userId, reason });
  noteRefusedEntry(visitor, reason, userId);
}

/** Leaves a line in the security log for somebody who was not let in; nothing of what they showed stands in it. */
export function noteRefusedEntry({ requestId, ip }: Visitor, reason: string, userId: string | null = null): void {
  log("security").info({ requestId, ip, userId, reason }, "sign-in refused");
}

const isLocked = (until: Date | null, now: Date): until is Date => until !== null && until > now;

export function requireUnlocked(until: Date | null, now: Date): void {
  if (!isLocked(until, now)) return;
  // A lock without an end says no more than one of an hour, which anybody's address may have.
  const retryAfterSeconds = Math.min(3600, Math.ceil((until.getTime() - now.getTime()) / 1000));
  throw new AppError({ code: "ACCOUNT_LOCKED", reason: "too_many_attempts", details: { retryAfterSeconds } });
}
