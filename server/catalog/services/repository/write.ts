import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { BranchOffer } from "../schema/offer";

export type ServiceData = Prisma.ServiceUncheckedUpdateManyInput;
type NewService = Omit<Prisma.ServiceUncheckedCreateInput, "id" | "companyId" | "position">;

/** Comes after all the others. */
export async function insertService(ctx: CompanyContext, data: NewService): Promise<string> {
  const { companyId } = ctx;
  const { _max } = await db(ctx).service.aggregate({ where: { companyId }, _max: { position: true } });
  const id = newId();
  const position = (_max.position ?? -1) + 1;
  await db(ctx).service.create({ data: { ...data, id, companyId, position }, select: { id: true } });
  return id;
}

/** The version guard turns a lost race into a conflict instead of an overwrite. */
export async function changeService(
  ctx: CompanyContext,
  service: { id: string; version: number },
  data: ServiceData,
): Promise<void> {
  const { count } = await db(ctx).service.updateMany({
    where: { companyId: ctx.companyId, id: service.id, version: service.version },
    data: { ...data, version: service.version + 1 },
  });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}

/** A place in the list is no change of the service itself, so its version stays. */
export async function writePositions(ctx: CompanyContext, serviceIds: readonly string[]): Promise<void> {
  await db(ctx).$executeRaw`
    UPDATE services s SET position = wanted.place - 1
    FROM unnest(${[...serviceIds]}::uuid[]) WITH ORDINALITY AS wanted (id, place)
    WHERE s.company_id = ${ctx.companyId}::uuid AND s.id = wanted.id`;
}

export async function writeBranchOffers(ctx: CompanyContext, serviceId: string, offers: readonly BranchOffer[]) {
  const own = { companyId: ctx.companyId, serviceId };
  for (const { branchId, ...offer } of offers)
    await db(ctx).branchService.upsert({
      where: { companyId_branchId_serviceId: { ...own, branchId } },
      create: { id: newId(), ...own, branchId, ...offer },
      update: offer,
      select: { id: true },
    });
}
