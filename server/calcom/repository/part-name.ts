import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** What a part of a visit is called and who does it, by its place among those that need somebody; null for what has no parts. */
export async function findPartName(
  ctx: CompanyContext,
  { appointmentId, position }: { appointmentId: string; position: number },
): Promise<{ name: string; staff: string } | null> {
  const row = await db(ctx).appointmentSegment.findFirst({
    where: { companyId: ctx.companyId, appointmentId, occupiesStaff: true },
    select: { name: true, staff: { select: { name: true } } },
    orderBy: { position: "asc" },
    skip: position,
  });
  return row?.staff ? { name: row.name, staff: row.staff.name } : null;
}
