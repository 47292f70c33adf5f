import { AppError } from "@/server/core/errors";
import { changeAccount } from "../../commands/change-account";
import { rotateToken } from "../../commands/rotate-token";
import type { AccountContext } from "../../rules/account";
import type { IssuedToken } from "../schema";

/** Gives a program a new token for its session; the old one ends. A browser's token is never told to a script. */
export async function refreshToken(account: AccountContext): Promise<IssuedToken> {
  const { session, token } = account;
  if (session.kind !== "api") throw new AppError({ code: "FORBIDDEN", reason: "programs_only" });
  return changeAccount(account, {
    action: "refresh_token",
    after: { sessionId: session.sessionId },
    work: async (tx) => ({ token: await rotateToken({ token }, tx), expiresAt: new Date(session.expiresAt) }),
  });
}
