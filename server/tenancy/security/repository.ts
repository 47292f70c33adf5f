import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { readSecuritySettings, type SecuritySettings } from "@/server/identity/rules/security-settings";

export interface StoredSecurity extends SecuritySettings {
  ipAllowlist: string[];
}

/** As it stands; what is missing is as strict as for a new company. */
export async function findSecurity(ctx: CompanyContext): Promise<StoredSecurity> {
  const [row] = await db(ctx).$queryRaw<{ security: unknown; ipAllowlist: string[] }[]>`
    SELECT settings -> 'security' AS security, ip_allowlist AS "ipAllowlist" FROM companies WHERE id = ${ctx.companyId}::uuid`;
  return { ...readSecuritySettings(row?.security), ipAllowlist: row?.ipAllowlist ?? [] };
}

/** The other settings stay as they are. */
export async function storeSecurity(ctx: CompanyContext, { ipAllowlist, ...security }: StoredSecurity): Promise<void> {
  await db(ctx).$executeRaw`
    UPDATE companies SET ip_allowlist = ${ipAllowlist}::text[], updated_at = now(),
      settings = settings || jsonb_build_object('security', coalesce(settings -> 'security', '{}') || ${JSON.stringify(security)}::jsonb)
    WHERE id = ${ctx.companyId}::uuid`;
}
