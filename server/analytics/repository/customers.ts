import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { DAY } from "@/server/core/time";
import type { CustomerFigures } from "../schema";

const RECENT_DAYS = 30;
const REGULAR_VISITS = 3;

export async function countCustomers(ctx: CompanyContext, branchId?: string): Promise<CustomerFigures> {
  const since = new Date(ctx.now.getTime() - RECENT_DAYS * DAY);
  const branch = branchId ? Prisma.sql`AND preferred_branch_id = ${branchId}::uuid` : Prisma.empty;
  const [row] = await db(ctx).$queryRaw<CustomerFigures[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE created_at >= ${since})::int AS recent,
      count(*) FILTER (WHERE completed_count >= ${REGULAR_VISITS})::int AS regular
    FROM customers
    WHERE company_id = ${ctx.companyId}::uuid AND deleted_at IS NULL AND merged_into_id IS NULL ${branch}`;
  return row ?? { total: 0, recent: 0, regular: 0 };
}
