import { AppError } from "@/server/core/errors";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { changeAccount } from "../../commands/change-account";
import { refuse, requireUnlocked } from "../../commands/prove-password";
import { rotateToken } from "../../commands/rotate-token";
import { findAccount } from "../../repository/account";
import type { AccountContext } from "../../rules/account";
import { endSessions } from "../../sessions/repository";
import { matchStep } from "../adapters/otpauth";
import { switchOn, takeStep } from "../repository";
import { isAppCode } from "../rules";
import type { EnableTwoFactorInput } from "../schema";
import { placeOfChange } from "./place-of-change";
import { issueRecoveryCodes } from "./recovery-codes";
import { openSecret } from "./totp-secret";

/** Switches the second factor on with the app's first code. Every other session ends: it was opened without one. */
export async function enableTwoFactor(account: AccountContext, { code }: EnableTwoFactorInput) {
  const { userId, session, token } = account;
  const step = await requireFirstCode(account, code);
  return changeAccount(account, {
    action: "enable_two_factor",
    work: async (within) => {
      if (!(await switchOn(userId, within.tx)) || !(await takeStep(userId, step, within.tx)))
        throw new AppError({ code: "INVALID_TRANSITION", reason: "two_factor_is_on" });
      const codes = await issueRecoveryCodes(userId, within);
      const newToken = await rotateToken({ token, isProved: true, isSecondFactor: true }, within);
      await endSessions({ userId, exceptSessionId: session.sessionId, reason: "two_factor_enabled" }, within.tx);
      await queueAccountMail({ kind: "two_factor_changed", change: "enabled", ...placeOfChange(account) }, within);
      return { codes, token: newToken };
    },
  });
}

async function requireFirstCode(account: AccountContext, code: string): Promise<number> {
  const { userId, now, session } = account;
  const { email } = session.user;
  const found = await findAccount(userId);
  if (!found?.totpSecretEncrypted || found.totpEnabledAt)
    throw new AppError({ code: "INVALID_TRANSITION", reason: "enrolment_not_begun" });
  requireUnlocked(found.lockedUntil, now);
  const step = isAppCode(code) ? matchStep(openSecret(userId, found.totpSecretEncrypted), code, now) : null;
  if (step !== null) return step;
  await refuse(account, { email, userId, reason: "wrong_code" });
  throw new AppError({ code: "VALIDATION_ERROR", reason: "wrong_code" });
}
