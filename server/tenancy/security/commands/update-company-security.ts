import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { checkIpAllowlist, normaliseRange } from "@/server/identity/rules/ip-allowlist";
import { findSecurity, type StoredSecurity, storeSecurity } from "../repository";
import type { UpdateCompanySecurityInput } from "../schema";

/** Changes who needs a second factor and from where people may enter, at once for open sessions too; never against the editor. */
export async function updateCompanySecurity(ctx: CompanyContext, input: UpdateCompanySecurityInput): Promise<void> {
  const after: StoredSecurity = {
    twoFactorRoles: [...new Set(input.twoFactorRoles)],
    ipAllowlist: normaliseList(input.ipAllowlist),
  };
  if (checkIpAllowlist(after.ipAllowlist, ctx.ip))
    throw new AppError({ code: "VALIDATION_ERROR", reason: "would_lock_you_out", details: { ip: ctx.ip ?? null } });
  await transact(ctx, async (tx) => {
    const before = await findSecurity(tx);
    await storeSecurity(tx, after);
    recordAudit(tx, {
      action: "edit_company_security",
      subjectType: "company",
      subjectId: tx.companyId,
      before,
      after,
    });
  });
}

function normaliseList(entries: string[]): string[] {
  const read = entries.map((entry) => ({ entry, range: normaliseRange(entry) }));
  const wrong = read.filter(({ range }) => range === null).map(({ entry }) => entry);
  if (wrong.length > 0)
    throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_range", details: { entries: wrong } });
  return [...new Set(read.map(({ range }) => range as string))];
}
