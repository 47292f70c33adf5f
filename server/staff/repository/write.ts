import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { OfferedService } from "../schema";

type NewStaff = Omit<Prisma.StaffUncheckedCreateInput, "id" | "companyId">;

export async function insertStaff(ctx: CompanyContext, data: NewStaff): Promise<string> {
  const id = newId();
  await db(ctx).staff.create({ data: { ...data, id, companyId: ctx.companyId }, select: { id: true } });
  return id;
}

export async function lockStaff(ctx: CompanyContext, staffId: string): Promise<void> {
  await db(ctx).$queryRaw`
    SELECT id FROM staff WHERE company_id = ${ctx.companyId}::uuid AND id = ${staffId}::uuid FOR UPDATE`;
}

/** The version guard turns a lost race into a conflict instead of an overwrite. */
export async function changeStaff(
  ctx: CompanyContext,
  staff: { id: string; version: number },
  data: Prisma.StaffUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db(ctx).staff.updateMany({
    where: { companyId: ctx.companyId, id: staff.id, version: staff.version },
    data: { ...data, version: staff.version + 1 },
  });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}

/** These branches and no others. */
export async function writeBranches(
  ctx: CompanyContext,
  { staffId, branchIds }: { staffId: string; branchIds: string[] },
): Promise<void> {
  const { companyId } = ctx;
  await db(ctx).staffBranch.deleteMany({ where: { companyId, staffId, branchId: { notIn: branchIds } } });
  await db(ctx).staffBranch.createMany({
    data: branchIds.map((branchId) => ({ id: newId(), companyId, staffId, branchId })),
    skipDuplicates: true,
  });
}

/** These services and no others; what stays keeps its row. */
export async function writeServices(
  ctx: CompanyContext,
  { staffId, services }: { staffId: string; services: OfferedService[] },
): Promise<void> {
  const { companyId } = ctx;
  const serviceIds = services.map(({ serviceId }) => serviceId);
  await db(ctx).staffService.deleteMany({ where: { companyId, staffId, serviceId: { notIn: serviceIds } } });
  for (const { serviceId, ...terms } of services) {
    await db(ctx).staffService.upsert({
      where: { companyId_staffId_serviceId: { companyId, staffId, serviceId } },
      create: { id: newId(), companyId, staffId, serviceId, ...terms },
      update: terms,
      select: { id: true },
    });
  }
}

/** How many of these services the company has. */
export function countServices(ctx: CompanyContext, serviceIds: string[]): Promise<number> {
  return db(ctx).service.count({ where: { companyId: ctx.companyId, id: { in: serviceIds }, deletedAt: null } });
}
