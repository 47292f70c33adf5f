import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { beyond, type ListOrder } from "@/server/core/page";
import type { CustomerSearch } from "./rules";
import type { CreateCustomerInput } from "./schema";

const listSelect = {
  id: true,
  firstName: true,
  lastName: true,
  email: true,
  tags: true,
  appointmentCount: true,
  completedCount: true,
  noShowCount: true,
  totalRevenueCents: true,
  lastAppointmentAt: true,
  createdAt: true,
  journeyStage: { select: { key: true, name: true } },
  customerPhones: { select: { e164: true, label: true, isPrimary: true }, orderBy: { isPrimary: "desc" } },
} satisfies Prisma.CustomerSelect;

const detailSelect = {
  ...listSelect,
  salutation: true,
  title: true,
  birthdate: true,
  language: true,
  notes: true,
  city: true,
  cancelledCount: true,
  callCount: true,
  averageBookingValueCents: true,
  smsOptIn: true,
  version: true,
  preferredStaff: { select: { name: true } },
  preferredBranch: { select: { name: true } },
} satisfies Prisma.CustomerSelect;

export type CustomerListRow = Prisma.CustomerGetPayload<{ select: typeof listSelect }>;
export type CustomerDetailRow = Prisma.CustomerGetPayload<{ select: typeof detailSelect }>;

const alive = (ctx: CompanyContext) => ({ companyId: ctx.companyId, deletedAt: null, mergedIntoId: null });

export interface CustomerListQuery {
  stage?: string;
  branchId?: string;
  limit: number;
  skip: number;
  after: (string | number)[] | null;
  order: ListOrder;
}

export async function listCustomerRows(ctx: CompanyContext, query: CustomerListQuery): Promise<CustomerListRow[]> {
  const { order } = query;
  const [lastName = "", firstName = "", id = ""] = (query.after ?? []).map(String);
  const behind: Prisma.CustomerWhereInput = query.after
    ? {
        OR: [
          { lastName: beyond(order, lastName) },
          { lastName, firstName: beyond(order, firstName) },
          { lastName, firstName, id: beyond(order, id) },
        ],
      }
    : {};
  return db(ctx).customer.findMany({
    where: { ...alive(ctx), ...filters(query), ...behind },
    select: listSelect,
    orderBy: [{ lastName: order }, { firstName: order }, { id: order }],
    skip: query.skip,
    take: query.limit + 1,
  });
}

type Filters = { stage?: string; branchId?: string };

export async function countCustomerRows(ctx: CompanyContext, query: Filters): Promise<number> {
  return db(ctx).customer.count({ where: { ...alive(ctx), ...filters(query) } });
}

function filters({ stage, branchId }: { stage?: string; branchId?: string }): Prisma.CustomerWhereInput {
  return {
    ...(stage ? { journeyStage: { key: stage } } : {}),
    ...(branchId ? { preferredBranchId: branchId } : {}),
  };
}

/** Best match first (a hit inside the text, then the nearest spelling by trigrams, umlauts folded), or by name where that is asked for. */
export async function searchCustomerIds(
  ctx: CompanyContext,
  query: { search: CustomerSearch; order?: ListOrder; limit: number; offset: number } & Filters,
): Promise<string[]> {
  const { search, order, limit, offset } = query;
  const isNearestFirst = !search.digits && order === undefined;
  const sorted = isNearestFirst ? Prisma.sql`${NEAREST}, ${BY_NAME.asc}` : BY_NAME[order ?? "asc"];
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT c.id ${matches(ctx, query)} ORDER BY ${sorted} LIMIT ${limit} OFFSET ${offset}`;
  return rows.map((row) => row.id);
}

const NEAREST = Prisma.sql`(c.search_text LIKE '%' || wanted.q || '%') DESC, word_similarity(wanted.q, c.search_text) DESC`;
const BY_NAME = {
  asc: Prisma.sql`c.last_name, c.first_name, c.id`,
  desc: Prisma.sql`c.last_name DESC, c.first_name DESC, c.id DESC`,
} satisfies Record<ListOrder, Prisma.Sql>;

/** How many a search finds. */
export async function countCustomerMatches(ctx: CompanyContext, query: Filters & { search: CustomerSearch }) {
  const [row] = await db(ctx).$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${matches(ctx, query)}`;
  return row?.count ?? 0;
}

function matches(ctx: CompanyContext, query: Filters & { search: CustomerSearch }): Prisma.Sql {
  const { digits, text } = query.search;
  const own = Prisma.sql`c.company_id = ${ctx.companyId}::uuid AND c.deleted_at IS NULL AND c.merged_into_id IS NULL ${narrow(query)}`;
  return digits
    ? Prisma.sql`FROM customers c WHERE ${own}
        AND EXISTS (SELECT FROM customer_phones p WHERE p.company_id = c.company_id AND p.customer_id = c.id
          AND p.e164 LIKE ${`%${digits}%`})`
    : Prisma.sql`FROM customers c, (SELECT fold_text(${text}) AS q) wanted WHERE ${own}
        AND (c.search_text LIKE '%' || wanted.q || '%' OR word_similarity(wanted.q, c.search_text) > 0.45)`;
}

function narrow({ stage, branchId }: { stage?: string; branchId?: string }): Prisma.Sql {
  const inStage = stage
    ? Prisma.sql`AND EXISTS (SELECT FROM journey_stages j WHERE j.company_id = c.company_id AND j.id = c.journey_stage_id AND j.key = ${stage})`
    : Prisma.empty;
  return branchId ? Prisma.sql`${inStage} AND c.preferred_branch_id = ${branchId}::uuid` : inStage;
}

export async function findCustomerRows(ctx: CompanyContext, ids: string[]): Promise<CustomerListRow[]> {
  return db(ctx).customer.findMany({ where: { ...alive(ctx), id: { in: ids } }, select: listSelect });
}

export async function findCustomerDetail(ctx: CompanyContext, id: string): Promise<CustomerDetailRow | null> {
  return db(ctx).customer.findFirst({ where: { ...alive(ctx), id }, select: detailSelect });
}

export async function findCustomersByNumber(ctx: CompanyContext, e164: string) {
  return db(ctx).customer.findMany({
    where: { ...alive(ctx), customerPhones: { some: { e164 } } },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      birthdate: true,
      language: true,
      preferredStaffId: true,
      appointmentCount: true,
      noShowCount: true,
      journeyStage: { select: { key: true } },
    },
    orderBy: [{ lastContactAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
  });
}

/** Whoever looks for the same person at the same time waits until the transaction ends: nobody is made twice. */
export async function lockPerson(ctx: CompanyContext, described: string): Promise<void> {
  const key = `customer:${ctx.companyId}:${described.toLowerCase()}`;
  await db(ctx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/** The country that national numbers of this company belong to. */
export async function findCountry(ctx: CompanyContext): Promise<string> {
  const company = await db(ctx).company.findFirstOrThrow({ where: { id: ctx.companyId }, select: { country: true } });
  return company.country;
}

export async function insertCustomer(
  ctx: CompanyContext,
  { phone, birthdate, ...fields }: CreateCustomerInput & { e164: string | null; stageKey: string },
) {
  const { e164, stageKey, ...data } = fields;
  const stage = await db(ctx).journeyStage.findFirst({
    where: { companyId: ctx.companyId, key: stageKey },
    select: { id: true },
  });
  const id = newId();
  await db(ctx).customer.create({
    data: {
      ...data,
      id,
      companyId: ctx.companyId,
      firstName: data.firstName ?? "",
      birthdate: birthdate ? new Date(birthdate) : null,
      journeyStageId: stage?.id ?? null,
      lastContactAt: ctx.now,
    },
    select: { id: true },
  });
  if (e164) await insertPhone(ctx, { customerId: id, e164, raw: phone ?? e164, isPrimary: true });
  return id;
}

export async function insertPhone(
  ctx: CompanyContext,
  phone: { customerId: string; e164: string; raw: string; isPrimary: boolean },
): Promise<void> {
  await db(ctx).customerPhone.create({
    data: { id: newId(), companyId: ctx.companyId, ...phone },
    select: { id: true },
  });
}

export interface CustomerContact {
  id: string;
  firstName: string;
  lastName: string;
  salutation: string | null;
  title: string | null;
  email: string | null;
  language: string;
  smsOptIn: boolean;
  preferredStaffId: string | null;
  phone: string | null;
}

export async function findCustomerContact(ctx: CompanyContext, id: string): Promise<CustomerContact | null> {
  const [row] = await ask<CustomerContact>(
    ctx,
    Prisma.sql`
    SELECT c.id, c.first_name AS "firstName", c.last_name AS "lastName", c.salutation, c.title, c.email::text, c.language,
      c.sms_opt_in AS "smsOptIn", c.preferred_staff_id AS "preferredStaffId",
      (SELECT p.e164 FROM customer_phones p WHERE p.company_id = c.company_id AND p.customer_id = c.id
        ORDER BY p.is_primary DESC, p.id LIMIT 1) AS phone
    FROM customers c
    WHERE c.company_id = ${ctx.companyId}::uuid AND c.id = ${id}::uuid AND c.deleted_at IS NULL AND c.merged_into_id IS NULL`,
  );
  return row ?? null;
}

export async function writeName(
  ctx: CompanyContext,
  id: string,
  data: { firstName: string; lastName: string; salutation?: string | undefined; title?: string | undefined },
): Promise<void> {
  await db(ctx).customer.updateMany({ where: { ...alive(ctx), id }, data });
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

export interface CustomerLikeness {
  id: string;
  firstName: string;
  lastName: string;
  hasContact: boolean;
  byPhone: boolean;
  byEmail: boolean;
  byName: boolean;
}

/** Who has this number, this address or exactly this name. */
export async function findLikeCustomers(
  ctx: CompanyContext,
  {
    e164,
    email,
    firstName,
    lastName,
  }: { e164: string | null; email: string | null; firstName: string; lastName: string },
): Promise<CustomerLikeness[]> {
  const { companyId } = ctx;
  return db(ctx).$queryRaw<CustomerLikeness[]>`
    WITH found AS (
      SELECT customer_id AS id FROM customer_phones WHERE company_id = ${companyId}::uuid AND e164 = ${e164}
      UNION SELECT id FROM customers WHERE company_id = ${companyId}::uuid AND lower(email) = lower(${email})
      UNION SELECT id FROM customers WHERE company_id = ${companyId}::uuid AND last_name = ${lastName} AND first_name = ${firstName})
    SELECT c.id, c.first_name AS "firstName", c.last_name AS "lastName",
      (c.email IS NOT NULL OR EXISTS (SELECT FROM customer_phones p WHERE p.company_id = c.company_id AND p.customer_id = c.id)) AS "hasContact",
      EXISTS (SELECT FROM customer_phones p WHERE p.company_id = c.company_id AND p.customer_id = c.id AND p.e164 = ${e164}) AS "byPhone",
      coalesce(lower(c.email) = lower(${email}), false) AS "byEmail",
      (c.last_name = ${lastName} AND c.first_name = ${firstName}) AS "byName"
    FROM customers c JOIN found USING (id)
    WHERE c.company_id = ${companyId}::uuid AND c.deleted_at IS NULL AND c.anonymized_at IS NULL
    ORDER BY c.id`;
}
