import { digest, randomToken } from "@/server/core/crypto";
import { notFound } from "@/server/core/errors";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { DAY } from "@/server/core/time";
import { endSessionsOf, findAccountByEmail, insertApiSession } from "../repository/accounts";

interface TokenRequest {
  email: string;
  days: number;
  isDryRun: boolean;
}

/** Gives somebody a new token for the API in place of those that they have; it is shown once. Null when it was only tried. */
export async function regenerateToken(ctx: PlatformContext, { email, days, isDryRun }: TokenRequest) {
  return transactAsPlatform(ctx, async (tx) => {
    const account = await findAccountByEmail(tx, email);
    if (!account) throw notFound("user");
    const expiresAt = new Date(tx.now.getTime() + days * DAY);
    if (isDryRun) return { userId: account.id, token: null, expiresAt, ended: 0 };
    const ended = await endSessionsOf(tx, { userId: account.id, kind: "api", reason: "replaced" });
    const token = randomToken(32);
    const activeCompanyId = account.memberships.find(({ isActive }) => isActive)?.companyId ?? null;
    await insertApiSession(tx, { userId: account.id, tokenHash: digest(token), activeCompanyId, expiresAt });
    recordPlatformAudit(tx, {
      logName: "security",
      action: "edit_platform",
      subjectType: "user",
      subjectId: account.id,
      after: { newApiToken: true, expiresAt, endedSessions: ended },
      companyIds: activeCompanyId ? [activeCompanyId] : [],
    });
    return { userId: account.id, token, expiresAt, ended };
  });
}
