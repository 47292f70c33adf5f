import { AppError } from "@/server/core/errors";
import { verifyPassword } from "../adapters/argon2";
import { type AccountFacts, findAccount } from "../repository/account";
import type { AccountContext } from "../rules/account";
import { type ReauthenticateInput, reauthenticateInput } from "../schema";
import { requireSecondFactor } from "../two-factor/commands/require-second-factor";
import { changeAccount } from "./change-account";
import { refuse, requireUnlocked } from "./prove-password";
import { recordRefusedProof } from "./record-refused-proof";
import { rotateToken } from "./rotate-token";

/** Takes the password or a code once more, before something sensitive; the session goes on under a new token. */
export async function reauthenticate(account: AccountContext, input: ReauthenticateInput): Promise<{ token: string }> {
  const proof = reauthenticateInput.parse(input);
  const { userId, now, token } = account;
  const found = await findAccount(userId);
  requireUnlocked(found?.lockedUntil ?? null, now);
  const isSecondFactor = Boolean(proof.code && found?.totpEnabledAt);
  const method = isSecondFactor ? "code" : "password";
  try {
    await requireProof(account, { ...proof, found, isSecondFactor });
  } catch (error) {
    if (error instanceof AppError) await recordRefusedProof(account, method);
    throw error;
  }
  return changeAccount(account, {
    action: "confirm_identity",
    after: { method },
    work: async (tx) => ({ token: await rotateToken({ token, isProved: true, isSecondFactor }, tx) }),
  });
}

interface Proof extends ReauthenticateInput {
  found: AccountFacts | null;
  isSecondFactor: boolean;
}

async function requireProof(account: AccountContext, { code, password, found, isSecondFactor }: Proof): Promise<void> {
  const { userId, session, now } = account;
  const { email, locale } = session.user;
  if (isSecondFactor && code) return requireSecondFactor(account, { userId, email, locale, code });
  const isRight = await verifyPassword(found?.passwordHash ?? null, password ?? "");
  requireUnlocked((await findAccount(userId))?.lockedUntil ?? null, now);
  if (isRight) return;
  await refuse(account, { email, userId, reason: "wrong_credentials" });
  throw new AppError({ code: "UNAUTHENTICATED", reason: "wrong_proof" });
}
