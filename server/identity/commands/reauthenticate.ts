import { AppError } from "@/server/core/errors";
import { verifyPassword } from "../adapters/argon2";
import { findAccount } from "../repository/account";
import type { AccountContext } from "../rules/account";
import { type ReauthenticateInput, reauthenticateInput } from "../schema";
import { requireSecondFactor } from "../two-factor/commands/require-second-factor";
import { refuse, requireUnlocked } from "./prove-password";
import { rotateToken } from "./rotate-token";

/** Takes the password or a code once more, before something sensitive; the session goes on under a new token. */
export async function reauthenticate(account: AccountContext, input: ReauthenticateInput): Promise<{ token: string }> {
  const { password, code } = reauthenticateInput.parse(input);
  const { userId, now, token, session } = account;
  const { email, locale } = session.user;
  const found = await findAccount(userId);
  requireUnlocked(found?.lockedUntil ?? null, now);
  if (code && found?.totpEnabledAt) await requireSecondFactor(account, { userId, email, locale, code });
  else if (!(await verifyPassword(found?.passwordHash ?? null, password ?? ""))) {
    await refuse(account, { email, userId, reason: "wrong_credentials" });
    throw new AppError({ code: "UNAUTHENTICATED", reason: "wrong_proof" });
  }
  return { token: await rotateToken({ token, isProved: true, isSecondFactor: Boolean(code && found?.totpEnabledAt) }) };
}
