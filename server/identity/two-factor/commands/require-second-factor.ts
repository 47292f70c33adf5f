import { digest } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { refuse } from "../../commands/prove-password";
import { findAccount } from "../../repository/account";
import { deviceText, readDevice } from "../../rules/device";
import type { Visitor } from "../../rules/visitor";
import { matchStep } from "../adapters/otpauth";
import { takeRecoveryCode, takeStep } from "../repository";
import { isAppCode, plainRecoveryCode } from "../rules";
import { openSecret } from "./totp-secret";

export interface CodeAttempt {
  userId: string;
  email: string;
  locale: string;
  code: string;
}

/** Takes a code of the app or a recovery code; each counts once. A wrong one counts towards the waiting time. */
export async function requireSecondFactor(visitor: Visitor, attempt: CodeAttempt): Promise<void> {
  const { userId, email, code } = attempt;
  const isRight = isAppCode(code) ? await takeAppCode(visitor, attempt) : await takeWrittenCode(visitor, attempt);
  if (isRight) return;
  await refuse(visitor, { email, userId, reason: "wrong_code" });
  throw new AppError({ code: "UNAUTHENTICATED", reason: "wrong_code" });
}

async function takeAppCode({ now = new Date() }: Visitor, { userId, code }: CodeAttempt): Promise<boolean> {
  const account = await findAccount(userId);
  if (!account?.totpSecretEncrypted || !account.totpEnabledAt) return false;
  const step = matchStep(openSecret(userId, account.totpSecretEncrypted), code, now);
  return step !== null && takeStep(userId, step);
}

/** Its owner hears that one is gone: it may have been somebody else who found the list. */
async function takeWrittenCode(visitor: Visitor, { userId, locale, code }: CodeAttempt): Promise<boolean> {
  const plain = plainRecoveryCode(code);
  if (!plain || !(await takeRecoveryCode(userId, digest(plain)))) return false;
  const { ip = null, userAgent, now = new Date() } = visitor;
  const place = { at: now.toISOString(), device: deviceText(readDevice(userAgent), locale), ip };
  await queueAccountMail({ kind: "two_factor_changed", userId, change: "recovery_code_used", ...place });
  return true;
}
