import { AppError } from "@/server/core/errors";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { rotateToken } from "../../commands/rotate-token";
import type { PortalSession } from "../../rules/session";
import { setImpersonation } from "../repository";

/** Leaves the company that the operator looks into, under a new token. */
export async function endImpersonation(
  ctx: PlatformContext,
  { session, token }: { session: PortalSession; token: string },
): Promise<{ token: string; companyId: string }> {
  const { sessionId, impersonation } = session;
  if (!impersonation) throw new AppError({ code: "PRECONDITION_FAILED", reason: "not_impersonating" });
  const { companyId, reason } = impersonation;
  return transactAsPlatform(ctx, async (tx) => {
    await setImpersonation(tx, { sessionId, impersonation: null });
    recordPlatformAudit(tx, {
      ...{ action: "end_impersonation", subjectType: "company", subjectId: companyId, companyIds: [companyId] },
      ...{ logName: "security", before: { reason } },
    });
    return { token: await rotateToken({ token }, tx), companyId };
  });
}
