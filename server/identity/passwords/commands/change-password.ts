import { AppError } from "@/server/core/errors";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { hashPassword, verifyPassword } from "../../adapters/argon2";
import { changeAccount } from "../../commands/change-account";
import { refuse, requireUnlocked } from "../../commands/prove-password";
import { rotateToken } from "../../commands/rotate-token";
import { findAccount } from "../../repository/account";
import type { AccountContext } from "../../rules/account";
import { deviceText, readDevice } from "../../rules/device";
import { endSessions } from "../../sessions/repository";
import { setPassword } from "../repository";
import { type ChangePasswordInput, changePasswordInput } from "../schema";
import { requireGoodPassword } from "./require-good-password";

/**
 * Changes somebody's own password; the one so far proves that it is them. Every other session ends, this one goes on under
 * a new token, and a mail tells of it.
 */
export async function changePassword(account: AccountContext, input: ChangePasswordInput): Promise<{ token: string }> {
  const { currentPassword, newPassword } = changePasswordInput.parse(input);
  const { userId, session, token, now, userAgent, ip } = account;
  const { email, name, locale } = session.user;
  await requireCurrentPassword(account, currentPassword);
  await requireGoodPassword(newPassword, [email, name, ...session.memberships.map(({ companyName }) => companyName)]);
  const passwordHash = await hashPassword(newPassword);
  return changeAccount(account, {
    action: "change_password",
    work: async (within) => {
      await setPassword(userId, passwordHash, within.tx);
      const newToken = await rotateToken({ token, isProved: true }, within);
      await endSessions({ userId, exceptSessionId: session.sessionId, reason: "password_changed" }, within.tx);
      const place = { at: now.toISOString(), device: deviceText(readDevice(userAgent), locale), ip: ip ?? null };
      await queueAccountMail({ kind: "password_changed", userId, ...place }, within);
      return { token: newToken };
    },
  });
}

/** A wrong one counts towards the account's waiting time: a stolen session must not become a place to guess at. */
async function requireCurrentPassword(account: AccountContext, password: string): Promise<void> {
  const { userId, session, now } = account;
  const found = await findAccount(userId);
  requireUnlocked(found?.lockedUntil ?? null, now);
  const isRight = await verifyPassword(found?.passwordHash ?? null, password);
  requireUnlocked((await findAccount(userId))?.lockedUntil ?? null, now);
  if (isRight) return;
  await refuse(account, { email: session.user.email, userId, reason: "wrong_credentials" });
  throw new AppError({ code: "VALIDATION_ERROR", reason: "wrong_password" });
}
