import { newId } from "@/server/core/ids";
import type { PlatformTransaction } from "@/server/core/platform";

const SETTING = { scope: "platform", key: "feature_flags" };
export type Flags = Record<string, boolean>;

export async function findPlatformFlags({ tx }: PlatformTransaction): Promise<Flags> {
  const row = await tx.systemSetting.findUnique({ where: { scope_key: SETTING }, select: { value: true } });
  return (row?.value ?? {}) as Flags;
}

/** In one statement, so that two operators who switch two things lose neither. */
export async function setPlatformFlag({ tx }: PlatformTransaction, flag: string, isOn: boolean | null): Promise<void> {
  const change = JSON.stringify(isOn === null ? {} : { [flag]: isOn });
  await tx.$executeRaw`
    INSERT INTO system_settings (id, scope, key, value) VALUES (${newId()}::uuid, ${SETTING.scope}, ${SETTING.key}, ${change}::jsonb)
    ON CONFLICT (scope, key) DO UPDATE SET value = (system_settings.value - ${flag}) || excluded.value, updated_at = now()`;
}

export async function setTenantFlag(
  { tx }: PlatformTransaction,
  { tenantId, flag, isOn }: { tenantId: string; flag: string; isOn: boolean | null },
): Promise<void> {
  const change = JSON.stringify(isOn === null ? {} : { [flag]: isOn });
  await tx.$executeRaw`
    UPDATE tenants SET feature_flags = (feature_flags - ${flag}) || ${change}::jsonb, updated_at = now() WHERE id = ${tenantId}::uuid`;
}

/** How many tenants have each flag on or off for themselves. */
export function countTenantFlags({ tx }: PlatformTransaction) {
  return tx.$queryRaw<{ flag: string; tenantsOn: number; tenantsOff: number }[]>`
    SELECT flag, count(*) FILTER (WHERE is_on = 'true')::int AS "tenantsOn", count(*) FILTER (WHERE is_on = 'false')::int AS "tenantsOff"
    FROM tenants, jsonb_each_text(feature_flags) AS decision (flag, is_on) GROUP BY flag`;
}

export interface FlagChange {
  flag: string;
  at: Date;
  by: string;
}

/** Who decided last about each flag, for all tenants or for one, as the platform's audit has it. */
export function findLastChanges({ tx }: PlatformTransaction, tenantId: string | null): Promise<FlagChange[]> {
  return tx.$queryRaw<FlagChange[]>`
    SELECT DISTINCT ON (1) new_values ->> 'flag' AS flag, occurred_at AS at, coalesce(actor ->> 'name', '') AS by
    FROM activity_logs
    WHERE company_id IS NULL AND action = 'set_feature_flags' AND subject_id IS NOT DISTINCT FROM ${tenantId}::uuid
    ORDER BY 1, sequence DESC`;
}
