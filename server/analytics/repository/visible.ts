import type { CompanyContext } from "@/server/core/context";
import { Prisma } from "@/server/core/generated/client";

/** Company, the asked branch, and what the role narrows; `row` is the table's alias: `a` appointments, `c` calls. */
export function visibleRows(ctx: CompanyContext, { row, branchId }: { row: "a" | "c"; branchId?: string }): Prisma.Sql {
  const { staffId, branchIds = [] } = ctx.restriction ?? {};
  const column = (name: string) => Prisma.raw(`${row}.${name}`);
  const conditions = [Prisma.sql`${column("company_id")} = ${ctx.companyId}::uuid`];
  if (branchId) conditions.push(Prisma.sql`${column("branch_id")} = ${branchId}::uuid`);
  if (branchIds.length > 0) conditions.push(Prisma.sql`${column("branch_id")} = ANY(${branchIds}::uuid[])`);
  if (staffId) conditions.push(Prisma.sql`${column("staff_id")} = ${staffId}::uuid`);
  return Prisma.join(conditions, " AND ");
}
