import { AppError, notFound } from "@/server/core/errors";
import {
  type PlatformContext,
  type PlatformTransaction,
  recordPlatformAudit,
  transactAsPlatform,
} from "@/server/core/platform";
import { MINUTE } from "@/server/core/time";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { rotateToken } from "../../commands/rotate-token";
import type { PortalSession } from "../../rules/session";
import { findImpersonated, type Impersonation, listOwnerIds, setImpersonation } from "../repository";
import type { StartImpersonationInput } from "../schema";

interface OperatorSession {
  session: PortalSession;
  token: string;
}

/**
 * Lets an operator into a company for a while, under a new token. It stands in the company's audit log with the reason,
 * and the owners get a mail.
 */
export async function startImpersonation(
  ctx: PlatformContext,
  { session, token, ...input }: OperatorSession & StartImpersonationInput,
): Promise<{ token: string }> {
  if (session.impersonation) throw new AppError({ code: "PRECONDITION_FAILED", reason: "already_impersonating" });
  return transactAsPlatform(ctx, async (tx) => {
    const { companyId, reason, minutes } = input;
    const company = await findImpersonated(tx, companyId);
    if (!company) throw notFound("company");
    if (company.status === "closed") throw new AppError({ code: "PRECONDITION_FAILED", reason: "company_closed" });
    const impersonation = { companyId, reason, expiresAt: new Date(tx.now.getTime() + minutes * MINUTE) };
    await setImpersonation(tx, { sessionId: session.sessionId, impersonation });
    recordPlatformAudit(tx, {
      ...{ action: "start_impersonation", subjectType: "company", subjectId: companyId, companyIds: [companyId] },
      ...{ logName: "security", after: { reason, until: impersonation.expiresAt } },
    });
    if (company.tenant.notifiesImpersonation) await tellOwners(tx, { companyName: company.name, impersonation });
    return { token: await rotateToken({ token }, tx) };
  });
}

async function tellOwners(
  tx: PlatformTransaction,
  { companyName, impersonation }: { companyName: string; impersonation: Impersonation },
): Promise<void> {
  const { companyId, reason, expiresAt } = impersonation;
  const operatorName = "name" in tx.actor ? tx.actor.name : "";
  const facts = { companyName, operatorName, reason, at: tx.now.toISOString(), until: expiresAt.toISOString() };
  for (const userId of await listOwnerIds(tx, companyId))
    await queueAccountMail({ kind: "impersonation_notice", userId, ...facts }, tx);
}
