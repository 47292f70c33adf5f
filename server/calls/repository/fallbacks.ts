import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** Whether the company's own agent answers there. */
export async function isOwnNumber(ctx: CompanyContext, e164: string): Promise<boolean> {
  const found = await db(ctx).phoneNumber.count({ where: { companyId: ctx.companyId, e164, isActive: true } });
  return found > 0;
}
