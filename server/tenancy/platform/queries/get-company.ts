import {
  type PlatformContext,
  type PlatformTransaction,
  recordPlatformAudit,
  transactAsPlatform,
} from "@/server/core/platform";
import { HOUR } from "@/server/core/time";
import { countCompany, findLastLook, requireCompany } from "../repository/companies";
import type { PlatformCompanyDetails } from "../schema/companies";
import { toPlatformCompanyDetails } from "../views";

/** A company's people and figures. It reads in its own audit who of the platform looked, once for each hour of looking. */
export async function getCompany(ctx: PlatformContext, companyId: string): Promise<PlatformCompanyDetails> {
  return transactAsPlatform(ctx, async (tx) => {
    const row = await requireCompany(tx, companyId);
    const figures = await countCompany(tx, companyId);
    await recordLook(tx, companyId);
    return toPlatformCompanyDetails(row, figures);
  });
}

async function recordLook(tx: PlatformTransaction, companyId: string): Promise<void> {
  const { actor, now } = tx;
  const last = actor.kind === "operator" ? await findLastLook(tx, companyId, actor.userId) : null;
  if (last && now.getTime() - last.getTime() < HOUR) return;
  const companyIds = [companyId];
  recordPlatformAudit(tx, { action: "view_companies", subjectType: "company", subjectId: companyId, companyIds });
}
