import { notFound } from "@/server/core/errors";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { endSessionsOf, findAccountByEmail } from "../repository/accounts";

/** Signs somebody out everywhere at once; says how many sessions that ended. */
export async function clearSessions(
  ctx: PlatformContext,
  { email, isDryRun }: { email: string; isDryRun: boolean },
): Promise<{ userId: string; ended: number }> {
  return transactAsPlatform(ctx, async (tx) => {
    const account = await findAccountByEmail(tx, email);
    if (!account) throw notFound("user");
    if (isDryRun) return { userId: account.id, ended: account.sessions.length };
    const ended = await endSessionsOf(tx, { userId: account.id, reason: "ended_by_operator" });
    recordPlatformAudit(tx, {
      logName: "security",
      action: "edit_platform",
      subjectType: "user",
      subjectId: account.id,
      after: { endedSessions: ended },
      companyIds: account.memberships.map(({ companyId }) => companyId),
    });
    return { userId: account.id, ended };
  });
}
