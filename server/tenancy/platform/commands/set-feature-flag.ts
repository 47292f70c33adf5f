import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { findPlatformFlags, setPlatformFlag, setTenantFlag } from "../repository/feature-flags";
import { requireTenant } from "../repository/tenants";
import type { SetPlatformFlagInput, SetTenantFlagInput } from "../schema/feature-flags";

/** Decides for all tenants that have no decision of their own. */
export async function setFeatureForAll(ctx: PlatformContext, { flag, isOn }: SetPlatformFlagInput): Promise<void> {
  return transactAsPlatform(ctx, async (tx) => {
    const before = (await findPlatformFlags(tx))[flag] ?? null;
    await setPlatformFlag(tx, flag, isOn);
    const values = { before: { flag, isOn: before }, after: { flag, isOn } };
    recordPlatformAudit(tx, { action: "set_feature_flags", subjectType: "feature_flag", ...values });
  });
}

/** Decides for one tenant, whatever holds for the others. */
export async function setFeatureForTenant(ctx: PlatformContext, input: SetTenantFlagInput): Promise<void> {
  const { tenantId, flag, isOn } = input;
  return transactAsPlatform(ctx, async (tx) => {
    const { featureFlags, companies } = await requireTenant(tx, tenantId);
    const before = (featureFlags as Record<string, boolean>)[flag] ?? null;
    await setTenantFlag(tx, input);
    recordPlatformAudit(tx, {
      ...{ action: "set_feature_flags", subjectType: "tenant", subjectId: tenantId },
      ...{ before: { flag, isOn: before }, after: { flag, isOn } },
      companyIds: companies.map(({ id }) => id),
    });
  });
}
