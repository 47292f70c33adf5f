import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

/** How often a customer has cancelled this month, by the company's own calendar: one row, kept by a trigger. */
export async function countCancellationsThisMonth(ctx: CompanyContext, customerId: string): Promise<number> {
  const [row] = await ask<{ count: number }>(
    ctx,
    Prisma.sql`
    SELECT s.cancellation_count AS count FROM companies c
    JOIN appointment_modification_stats s ON s.company_id = c.id AND s.customer_id = ${customerId}::uuid
      AND s.month = date_trunc('month', ${ctx.now}::timestamptz AT TIME ZONE c.timezone)::date
    WHERE c.id = ${ctx.companyId}::uuid`,
  );
  return row?.count ?? 0;
}
