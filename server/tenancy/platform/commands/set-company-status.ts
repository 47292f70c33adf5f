import { AppError } from "@/server/core/errors";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { requireCompany, updateCompanyStatus } from "../repository/companies";
import type { SetCompanyStatusInput } from "../schema/companies";

/** Suspended: its people are told, its telephone answers. Closed: nobody works there and no line rings; its data stays. */
export async function setCompanyStatus(ctx: PlatformContext, input: SetCompanyStatusInput): Promise<void> {
  const { companyId, status, reason } = input;
  return transactAsPlatform(ctx, async (tx) => {
    const before = await requireCompany(tx, companyId);
    if (before.status === status) throw new AppError({ code: "INVALID_TRANSITION", reason: "status_unchanged" });
    await updateCompanyStatus(tx, { companyId, status });
    recordPlatformAudit(tx, {
      ...{ action: "edit_companies", subjectType: "company", subjectId: companyId, companyIds: [companyId] },
      ...{ before: { status: before.status }, after: { status, reason } },
    });
  });
}
