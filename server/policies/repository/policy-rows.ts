import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import type { PolicyConfig, PolicyScope, PolicyType } from "../schema";

interface RowAt {
  scope: PolicyScope;
  id: string;
  policyType: PolicyType;
}

const at = (ctx: CompanyContext, { scope, id, policyType }: RowAt) => ({
  companyId: ctx.companyId,
  configurableType: scope,
  configurableId: id,
  policyType,
});

export async function findPolicyRow(ctx: CompanyContext, place: RowAt) {
  return db(ctx).policyConfiguration.findFirst({
    where: at(ctx, place),
    select: { id: true, config: true, version: true },
  });
}

export async function listPolicyRows(ctx: CompanyContext, policyType?: PolicyType) {
  return db(ctx).policyConfiguration.findMany({
    where: { companyId: ctx.companyId, isActive: true, ...(policyType && { policyType }) },
    select: {
      ...({ policyType: true, configurableType: true, configurableId: true, config: true, version: true } as const),
      ...({ overridesId: true, updatedAt: true } as const),
    },
  });
}

/** Two who set the first row at once: the second meets the first one's row. */
export async function insertPolicyRow(
  ctx: CompanyContext,
  { config, overridesId, ...place }: RowAt & { config: PolicyConfig; overridesId: string | null },
): Promise<void> {
  const { count } = await db(ctx).policyConfiguration.createMany({
    data: [{ id: newId(), ...at(ctx, place), config, overridesId }],
    skipDuplicates: true,
  });
  if (count === 0) throw changedMeanwhile();
}

interface Seen {
  id: string;
  version: number;
}

export async function writePolicyRow(ctx: CompanyContext, { id, version }: Seen, config: PolicyConfig): Promise<void> {
  const { count } = await db(ctx).policyConfiguration.updateMany({
    where: { companyId: ctx.companyId, id, version },
    data: { config, isActive: true, version: version + 1 },
  });
  if (count === 0) throw changedMeanwhile();
}

/** What had started from it stays, and forgets that. */
export async function deletePolicyRow(ctx: CompanyContext, { id, version }: Seen): Promise<void> {
  const { companyId } = ctx;
  await db(ctx).policyConfiguration.updateMany({ where: { companyId, overridesId: id }, data: { overridesId: null } });
  const { count } = await db(ctx).policyConfiguration.deleteMany({ where: { companyId, id, version } });
  if (count === 0) throw changedMeanwhile();
}

const changedMeanwhile = () => new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
