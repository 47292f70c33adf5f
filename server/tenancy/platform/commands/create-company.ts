import { newId } from "@/server/core/ids";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { firstStages } from "../../rules/first-stages";
import { insertCompany } from "../repository/companies";
import type { CreateCompanyInput } from "../schema/companies";
import { inviteOwner } from "./invite-owner";
import { requireRoom } from "./require-room";

/**
 * A company with its first branch and the stages that its customers go through, and an invitation to its owner. The invitation is a step of its own: should it fail,
 * the company stands, and the owner can be invited again.
 */
export async function createCompany(ctx: PlatformContext, input: CreateCompanyInput): Promise<{ companyId: string }> {
  const companyId = newId();
  const { branchName, ownerEmail, ...data } = input;
  await transactAsPlatform(ctx, async (tx) => {
    await requireRoom(tx, { tenantId: input.tenantId, what: "companies" });
    const { timezone, country } = data;
    const branch = { id: newId(), companyId, name: branchName, slug: "main", isDefault: true, timezone, country };
    const stages = firstStages(data.locale).map((stage) => ({ id: newId(), companyId, ...stage }));
    await insertCompany(tx, { company: { id: companyId, ...data }, branch, stages });
    const subject = { subjectType: "company", subjectId: companyId, companyIds: [companyId] };
    recordPlatformAudit(tx, { action: "create_companies", ...subject, after: { ...data, branchName } });
  });
  await inviteOwner(ctx, { companyId, email: ownerEmail });
  return { companyId };
}
