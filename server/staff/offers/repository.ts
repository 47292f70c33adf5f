import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { visible } from "../repository/visible";
import type { SetServiceStaffInput } from "./schema";

/** Everybody whom the reader sees, each with their terms for the service. */
export async function listPeople(ctx: CompanyContext, serviceId: string) {
  const rows = await db(ctx).staff.findMany({
    where: { ...visible(ctx), isActive: true, deletedAt: null },
    select: {
      ...{ id: true, name: true, colour: true, isBookable: true, skills: true },
      staffServices: {
        where: { serviceId },
        select: { durationMinutes: true, priceCents: true, proficiency: true },
        take: 1,
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id: staffId, staffServices: [terms = null], ...row }) => ({ staffId, ...row, terms }));
}

/** Among those whom the reader sees, these people and no others. */
export async function writePeople(
  ctx: CompanyContext,
  { serviceId, people, seen }: Pick<SetServiceStaffInput, "serviceId" | "people"> & { seen: readonly string[] },
): Promise<void> {
  const { companyId } = ctx;
  const chosen = people.map(({ staffId }) => staffId);
  const gone = seen.filter((staffId) => !chosen.includes(staffId));
  await db(ctx).staffService.deleteMany({ where: { companyId, serviceId, staffId: { in: gone } } });
  for (const { staffId, ...terms } of people)
    await db(ctx).staffService.upsert({
      where: { companyId_staffId_serviceId: { companyId, staffId, serviceId } },
      create: { id: newId(), companyId, staffId, serviceId, ...terms },
      update: terms,
      select: { id: true },
    });
}

/** What somebody does is part of them: an edit of them as they were before is refused. */
export async function countChange(ctx: CompanyContext, staffIds: readonly string[]): Promise<void> {
  await db(ctx).staff.updateMany({
    where: { companyId: ctx.companyId, id: { in: [...staffIds] } },
    data: { version: { increment: 1 } },
  });
}
