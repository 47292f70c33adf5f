import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

interface Asked {
  serviceId: string;
  branchId?: string | null | undefined;
  staffId?: string | null | undefined;
}

/** What a service costs with this person in this branch; null for a service that there is not. */
export async function findPrice(ctx: CompanyContext, { serviceId, branchId = null, staffId = null }: Asked) {
  const [row] = await db(ctx).$queryRaw<{ priceCents: number; currency: string }[]>`
    SELECT coalesce(o.price_cents, b.price_cents, s.price_cents) AS "priceCents", c.currency
    FROM services s JOIN companies c ON c.id = s.company_id
    LEFT JOIN branch_services b ON b.company_id = s.company_id AND b.service_id = s.id AND b.branch_id = ${branchId}::uuid
    LEFT JOIN staff_services o ON o.company_id = s.company_id AND o.service_id = s.id AND o.staff_id = ${staffId}::uuid
    WHERE s.company_id = ${ctx.companyId}::uuid AND s.id = ${serviceId}::uuid AND s.deleted_at IS NULL`;
  return row ?? null;
}
