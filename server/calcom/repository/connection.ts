import type { CompanyContext } from "@/server/core/context";
import { decrypt } from "@/server/core/crypto";
import { db } from "@/server/core/db";
import type { EventTypeMapping } from "../rules/next-step";

/** The company's key, or null when it has none or has switched Cal.com off. */
export async function findApiKey(ctx: CompanyContext): Promise<string | null> {
  const where = { companyId: ctx.companyId, provider: "calcom" as const, status: "disabled" as const };
  const company = await db(ctx).company.findFirst({
    where: { id: ctx.companyId },
    select: { calcomApiKeyEncrypted: true, integrations: { where, select: { id: true } } },
  });
  if (!company?.calcomApiKeyEncrypted || company.integrations.length > 0) return null;
  return decrypt(company.calcomApiKeyEncrypted, { column: "companies.calcom_api_key_encrypted", rowId: ctx.companyId });
}

export async function listMappings(ctx: CompanyContext, serviceId: string): Promise<EventTypeMapping[]> {
  return db(ctx).teamEventTypeMapping.findMany({
    where: { companyId: ctx.companyId, serviceId },
    select: { calcomEventTypeId: true, staffId: true, lengthMinutes: true, isActive: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
