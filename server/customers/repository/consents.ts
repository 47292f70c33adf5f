import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";

export type NewConsent = Omit<Prisma.ConsentUncheckedCreateInput, "id" | "companyId"> & { createdAt: Date };

/** Adds what somebody agreed to or took back; false for what they have said since, or what is known. */
export async function insertNewestConsent(ctx: CompanyContext, consent: NewConsent): Promise<boolean> {
  const { companyId } = ctx;
  const { customerId, purpose, createdAt } = consent;
  const said = await db(ctx).consent.count({
    where: { companyId, customerId, purpose, createdAt: { gte: createdAt } },
  });
  if (said > 0) return false;
  await db(ctx).consent.create({ data: { ...consent, id: newId(), companyId }, select: { id: true } });
  return true;
}
