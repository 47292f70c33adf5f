import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { insertionOf } from "@/server/core/row-values";
import type { CreateCustomerInput } from "../schema";
import { alive } from "./rows";

/** Whoever looks for the same person at the same time waits until the transaction ends: nobody is made twice. */
export async function lockPerson(ctx: CompanyContext, described: string): Promise<void> {
  const key = `customer:${ctx.companyId}:${described.toLowerCase()}`;
  await ask(ctx, Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`);
}

export async function insertCustomer(
  ctx: CompanyContext,
  { phone, birthdate, ...fields }: CreateCustomerInput & { e164: string | null; stageKey: string },
) {
  const { e164, stageKey, ...given } = fields;
  const [stage] = await ask<{ id: string }>(
    ctx,
    Prisma.sql`SELECT id FROM journey_stages WHERE company_id = ${ctx.companyId}::uuid AND key = ${stageKey}`,
  );
  const id = newId();
  const who = {
    id,
    companyId: ctx.companyId,
    ...given,
    firstName: given.firstName ?? "",
    birthdate: birthdate ?? null,
  };
  await ask(ctx, insertionOf("customers", { ...who, journeyStageId: stage?.id ?? null, lastContactAt: ctx.now }));
  if (e164) await insertPhone(ctx, { customerId: id, e164, raw: phone ?? e164, isPrimary: true });
  return id;
}

export async function insertPhone(
  ctx: CompanyContext,
  phone: { customerId: string; e164: string; raw: string; isPrimary: boolean },
): Promise<void> {
  await ask(ctx, insertionOf("customer_phones", { id: newId(), companyId: ctx.companyId, ...phone }));
}

export async function writeName(
  ctx: CompanyContext,
  id: string,
  data: { firstName: string; lastName: string; salutation?: string | undefined; title?: string | undefined },
): Promise<void> {
  await db(ctx).customer.updateMany({ where: { ...alive(ctx), id }, data });
}

/** Only where there is none; false when there was one. */
export async function writeEmail(
  ctx: CompanyContext,
  { customerId, email }: { customerId: string; email: string },
): Promise<boolean> {
  const where = { ...alive(ctx), id: customerId, email: null };
  return (await db(ctx).customer.updateMany({ where, data: { email, version: { increment: 1 } } })).count > 0;
}

export async function writeSmsOptIn(
  ctx: CompanyContext,
  { customerId, isAllowed }: { customerId: string; isAllowed: boolean },
): Promise<void> {
  await db(ctx).customer.updateMany({ where: { ...alive(ctx), id: customerId }, data: { smsOptIn: isAllowed } });
}

/** The version guard turns a lost race into a conflict instead of an overwrite. */
export async function changeCustomer(
  ctx: CompanyContext,
  customer: { id: string; version: number },
  data: Prisma.CustomerUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db(ctx).customer.updateMany({
    where: { ...alive(ctx), id: customer.id, version: customer.version },
    data: { ...data, version: customer.version + 1 },
  });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}

/** Makes this the number that they are called at; the one of before stays as another. Null leaves none that is primary. */
export async function writePrimaryPhone(
  ctx: CompanyContext,
  { customerId, e164, raw }: { customerId: string; e164: string | null; raw: string },
): Promise<void> {
  const own = { companyId: ctx.companyId, customerId };
  if (e164 === null) {
    await db(ctx).customerPhone.deleteMany({ where: { ...own, isPrimary: true } });
    return;
  }
  await db(ctx).customerPhone.updateMany({ where: { ...own, isPrimary: true }, data: { isPrimary: false } });
  await db(ctx).customerPhone.upsert({
    where: { companyId_customerId_e164: { ...own, e164 } },
    create: { id: newId(), ...own, e164, raw, isPrimary: true },
    update: { isPrimary: true },
    select: { id: true },
  });
}
