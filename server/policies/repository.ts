import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { PolicyRow, PolicySubject, PolicyType } from "./schema";

export async function findPolicyRows(
  ctx: CompanyContext,
  { type, ...subject }: { type: PolicyType } & PolicySubject,
): Promise<PolicyRow[]> {
  const ids = [ctx.companyId, subject.branchId, subject.serviceId, subject.staffId].filter((id) => id != null);
  return db(ctx).policyConfiguration.findMany({
    where: { companyId: ctx.companyId, policyType: type, isActive: true, configurableId: { in: ids } },
    select: { configurableType: true, configurableId: true, config: true },
  });
}
