import { platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { Permission } from "@/server/identity/rules/permissions";

/** A company of its own for each test: nothing that another test does can be seen in it. */
export interface TestCompany {
  companyId: string;
  tenantId: string;
  branchId: string;
  timezone: string;
  currency: string;
  owner: { userId: string; name: string; email: string };
}

type Overrides<T> = Partial<Omit<T, "id" | "companyId">>;

export const ROLE_IDS = {
  admin: "00000000-0000-7000-8000-000000000001",
  manager: "00000000-0000-7000-8000-000000000002",
  receptionist: "00000000-0000-7000-8000-000000000003",
  staff: "00000000-0000-7000-8000-000000000004",
};

const MONDAY_TO_SATURDAY = [1, 2, 3, 4, 5, 6];

/** Unique within the database: the random end of an id. */
const unique = (): string => newId().slice(-12);

const db = platformClient;

/** A tenant with one company, its default branch (Mon–Sat 09–18, Europe/Berlin) and its owner; nobody there needs a second factor. */
export async function createTenantWithCompany(overrides: Overrides<Prisma.CompanyUncheckedCreateInput> = {}) {
  const [tenantId, companyId, suffix] = [newId(), newId(), unique()];
  await db().$executeRaw`INSERT INTO tenants (id, name, slug, status)
    VALUES (${tenantId}::uuid, ${`Tenant ${suffix}`}, ${`tenant-${suffix}`}, 'active')`;
  const company = await db().company.create({
    data: {
      id: companyId,
      tenantId,
      name: `Salon ${suffix}`,
      slug: `salon-${suffix}`,
      industry: "beauty",
      status: "active",
      ...overrides,
      settings: { security: { twoFactorRoles: [] }, ...(overrides.settings as object | undefined) },
    },
  });
  const scope = { companyId, timezone: company.timezone };
  const branch = await createBranch(scope, { name: "Hauptfiliale", isDefault: true });
  const user = await createUser(scope);
  const owner = { userId: user.id, name: user.name, email: user.email };
  return { ...scope, tenantId, branchId: branch.id, currency: company.currency, owner } satisfies TestCompany;
}

type BranchOverrides = Overrides<Prisma.BranchUncheckedCreateInput>;
export async function createBranch(company: { companyId: string; timezone: string }, overrides: BranchOverrides = {}) {
  const { companyId, timezone } = company;
  const id = newId();
  const branch = await db().branch.create({
    data: { id, companyId, name: "Filiale", slug: `branch-${unique()}`, timezone, ...overrides },
  });
  await db()
    .$executeRaw`INSERT INTO working_hours (id, company_id, owner_type, branch_id, day_of_week, start_time, end_time)
    SELECT gen_random_uuid(), ${companyId}::uuid, 'branch', ${id}::uuid, day, '09:00', '18:00'
    FROM unnest(${MONDAY_TO_SATURDAY}::int[]) AS day`;
  return branch;
}

interface UserOverrides extends Partial<Omit<Prisma.UserUncheckedCreateInput, "id">> {
  role?: keyof typeof ROLE_IDS;
  /** A role of the company's own, instead of a built-in one. */
  roleId?: string;
  branchIds?: string[];
  staffId?: string;
}
/** A user who works for the company, as its owner unless a role is given; without a password hash they can't sign in. */
export async function createUser(
  company: { companyId: string },
  { role = "admin", roleId = ROLE_IDS[role], branchIds = [], staffId, ...overrides }: UserOverrides = {},
) {
  const id = newId();
  const user = await db().user.create({
    data: { id, email: `${unique()}@example.com`, name: "Kim Beispiel", ...overrides },
  });
  await createMembership(company, { userId: id, roleId, branchIds, staffId });
  return user;
}

interface RoleOverrides extends Overrides<Prisma.RoleUncheckedCreateInput> {
  permissions?: Permission[];
}
/** A role of the company's own. */
export async function createRole(
  { companyId }: { companyId: string },
  { permissions = [], ...overrides }: RoleOverrides = {},
) {
  const client = db();
  const id = newId();
  const name = { key: `role_${unique()}`, name: `Rolle ${unique()}` };
  const role = await client.role.create({ data: { id, companyId, ...name, ...overrides } });
  const rows = await client.permission.findMany({ where: { key: { in: permissions } } });
  await client.rolePermission.createMany({
    data: rows.map((row) => ({ id: newId(), roleId: id, permissionId: row.id })),
  });
  return role;
}

type MembershipOverrides = Overrides<Prisma.MembershipUncheckedCreateInput> & { userId: string };
export function createMembership({ companyId }: { companyId: string }, overrides: MembershipOverrides) {
  return db().membership.create({ data: { id: newId(), companyId, roleId: ROLE_IDS.admin, ...overrides } });
}

type Company = Pick<TestCompany, "companyId" | "branchId">;

interface StaffOverrides extends Overrides<Prisma.StaffUncheckedCreateInput> {
  /** Default: every service that the company has. */
  serviceIds?: string[];
}
/** Someone who works Mon–Sat 09–18 in their home branch. */
export async function createStaff(company: Company, { serviceIds, ...overrides }: StaffOverrides = {}) {
  const { companyId } = company;
  const id = newId();
  const data = { id, companyId, homeBranchId: company.branchId, name: "Alex Muster", ...overrides };
  const staff = await db().staff.create({ data });
  const offered = serviceIds ? Prisma.sql`AND id = ANY(${serviceIds}::uuid[])` : Prisma.empty;
  await db().$executeRaw`
    WITH place AS (
      INSERT INTO staff_branches (id, company_id, staff_id, branch_id)
      VALUES (gen_random_uuid(), ${companyId}::uuid, ${id}::uuid, ${staff.homeBranchId}::uuid)
    ), week AS (
      INSERT INTO working_hours (id, company_id, owner_type, staff_id, day_of_week, start_time, end_time)
      SELECT gen_random_uuid(), ${companyId}::uuid, 'staff', ${id}::uuid, day, '09:00', '18:00'
      FROM unnest(${MONDAY_TO_SATURDAY}::int[]) AS day
    )
    INSERT INTO staff_services (id, company_id, staff_id, service_id)
    SELECT gen_random_uuid(), company_id, ${id}::uuid, id FROM services WHERE company_id = ${companyId}::uuid ${offered}`;
  return staff;
}

interface ServiceOverrides extends Overrides<Prisma.ServiceUncheckedCreateInput> {
  /** Default: everybody who works for the company. */
  staffIds?: string[];
  /** Default: every branch. */
  branchIds?: string[];
}
/** A service of 30 minutes, offered by everybody in every branch. */
export async function createService(company: Company, { staffIds, branchIds, ...overrides }: ServiceOverrides = {}) {
  const { companyId } = company;
  const id = newId();
  const service = await db().service.create({
    data: { id, companyId, name: "Haarschnitt", durationMinutes: 30, priceCents: 2900, ...overrides },
  });
  const among = (ids?: string[]) => (ids ? Prisma.sql`AND id = ANY(${ids}::uuid[])` : Prisma.empty);
  await db().$executeRaw`
    WITH doers AS (
      INSERT INTO staff_services (id, company_id, staff_id, service_id)
      SELECT gen_random_uuid(), company_id, id, ${id}::uuid FROM staff WHERE company_id = ${companyId}::uuid ${among(staffIds)}
    )
    INSERT INTO branch_services (id, company_id, branch_id, service_id)
    SELECT gen_random_uuid(), company_id, id, ${id}::uuid FROM branches WHERE company_id = ${companyId}::uuid ${among(branchIds)}`;
  return service;
}

interface CustomerOverrides extends Overrides<Prisma.CustomerUncheckedCreateInput> {
  /** E.164, from the ranges reserved for fiction. */
  phone?: string | null;
}
export async function createCustomer(
  { companyId }: { companyId: string },
  { phone = `+4930231${25000 + Math.floor(Math.random() * 1000)}`, ...overrides }: CustomerOverrides = {},
) {
  const id = newId();
  const customer = await db().customer.create({
    data: { id, companyId, firstName: "Maria", lastName: "Schäfer", ...overrides },
  });
  if (phone) {
    const row = { id: newId(), companyId, customerId: id, e164: phone, raw: phone, isPrimary: true };
    await db().customerPhone.create({ data: row });
  }
  return customer;
}
