import { allowanceOf } from "@/server/core/allowance";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import {
  type PlatformContext,
  type PlatformTransaction,
  recordPlatformAudit,
  transactAsPlatform,
} from "@/server/core/platform";
import { countCompaniesAlone, insertCompany } from "../repository/companies";
import { requireTenant } from "../repository/tenants";
import type { CreateCompanyInput } from "../schema/companies";
import { inviteOwner } from "./invite-owner";

/**
 * A company with its first branch, and an invitation to its owner. The invitation is a step of its own: should it fail,
 * the company stands, and the owner can be invited again.
 */
export async function createCompany(ctx: PlatformContext, input: CreateCompanyInput): Promise<{ companyId: string }> {
  const companyId = newId();
  const { branchName, ownerEmail, ...data } = input;
  await transactAsPlatform(ctx, async (tx) => {
    await requireRoom(tx, input.tenantId);
    const { timezone, country } = data;
    const branch = { id: newId(), companyId, name: branchName, slug: "main", isDefault: true, timezone, country };
    await insertCompany(tx, { company: { id: companyId, ...data }, branch });
    const subject = { subjectType: "company", subjectId: companyId, companyIds: [companyId] };
    recordPlatformAudit(tx, { action: "create_companies", ...subject, after: { ...data, branchName } });
  });
  await inviteOwner(ctx, { companyId, email: ownerEmail });
  return { companyId };
}

async function requireRoom(tx: PlatformTransaction, tenantId: string): Promise<void> {
  const tenant = await requireTenant(tx, tenantId);
  const used = await countCompaniesAlone(tx, tenantId);
  const limit = allowanceOf(tenant, "companies");
  if (limit === null || used < limit) return;
  throw new AppError({ code: "LIMIT_REACHED", reason: "tenant_limit", details: { what: "companies", limit, used } });
}
