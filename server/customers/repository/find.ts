import type { CompanyContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { notFound } from "@/server/core/errors";
import { Prisma } from "@/server/core/generated/client";
import { alive } from "./rows";

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

/** The country that national numbers of this company belong to. */
export async function findCountry(ctx: CompanyContext): Promise<string> {
  const [company] = await ask<{ country: string }>(
    ctx,
    Prisma.sql`SELECT country FROM companies WHERE id = ${ctx.companyId}::uuid`,
  );
  if (!company) throw notFound("company");
  return company.country;
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
  return ask<CustomerLikeness>(
    ctx,
    Prisma.sql`
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
    ORDER BY c.id`,
  );
}
