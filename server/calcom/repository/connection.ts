import type { CompanyContext } from "@/server/core/context";
import { decrypt } from "@/server/core/crypto";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { EventTypeMapping } from "../rules/next-step";

/** The company's key, or null when it has none or has switched Cal.com off. */
export async function findApiKey(ctx: CompanyContext): Promise<string | null> {
  const [company] = await ask<{ sealed: string | null }>(
    ctx,
    Prisma.sql`
    SELECT c.calcom_api_key_encrypted AS sealed FROM companies c
    WHERE c.id = ${ctx.companyId}::uuid AND NOT EXISTS (SELECT FROM integrations i
      WHERE i.company_id = c.id AND i.provider = 'calcom' AND i.status = 'disabled')`,
  );
  if (!company?.sealed) return null;
  return decrypt(company.sealed, { column: "companies.calcom_api_key_encrypted", rowId: ctx.companyId });
}

export async function listMappings(ctx: CompanyContext, serviceId: string): Promise<EventTypeMapping[]> {
  return ask<EventTypeMapping>(
    ctx,
    Prisma.sql`
    SELECT calcom_event_type_id AS "calcomEventTypeId", staff_id AS "staffId", length_minutes AS "lengthMinutes",
      is_active AS "isActive"
    FROM team_event_type_mappings WHERE company_id = ${ctx.companyId}::uuid AND service_id = ${serviceId}::uuid
    ORDER BY created_at, id`,
  );
}
