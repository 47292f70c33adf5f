import { digest, randomToken } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { log } from "@/server/core/log";
import { DAY } from "@/server/core/time";
import { verifyPassword } from "../adapters/argon2";
import { countRefusedSignIn, findSignIn, openSession } from "../repository/sessions";
import { type SignInInput, signInInput } from "../schema";

/** Who knocks, before anybody is known. */
export interface Visitor {
  ip?: string | undefined;
  userAgent?: string | undefined;
  now?: Date;
}

const SESSION_DAYS = 30;

/**
 * Opens a session and returns its token; only its digest is stored.
 * A wrong password, an unknown address and a locked one are answered alike and in the same time.
 */
export async function signIn(visitor: Visitor, input: SignInInput) {
  const { email, password, isRemembered } = signInInput.parse(input);
  const { ip, userAgent, now = new Date() } = visitor;
  const known = await findSignIn(email);
  const isRight = await verifyPassword(known.passwordHash, password);
  if (known.lockedUntil && known.lockedUntil > now) throw locked(known.lockedUntil, now);
  if (!isRight || !known.userId) {
    await countRefusedSignIn({ attemptId: newId(), email, ip, userId: known.userId, reason: "wrong_credentials" });
    log("security").info({ ip, userId: known.userId }, "sign-in refused");
    throw new AppError({ code: "UNAUTHENTICATED", reason: "wrong_credentials" });
  }
  const [token, sessionId, userId] = [randomToken(32), newId(), known.userId];
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY);
  const tokenHash = digest(token);
  await openSession({ sessionId, attemptId: newId(), userId, tokenHash, ip, userAgent, isRemembered, expiresAt });
  log("security").info({ ip, userId, sessionId }, "signed in");
  return { token, user: { id: userId, name: known.name ?? "", email, locale: known.locale ?? "de" }, expiresAt };
}

function locked(until: Date, now: Date): AppError {
  const retryAfterSeconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  return new AppError({ code: "ACCOUNT_LOCKED", reason: "too_many_attempts", details: { retryAfterSeconds } });
}
