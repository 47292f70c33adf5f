import { platformClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
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

type Hours = Pick<Prisma.WorkingHourCreateManyInput, "ownerType" | "branchId" | "staffId">;
const weeklyHours = (companyId: string, owner: Hours): Prisma.WorkingHourCreateManyInput[] =>
  MONDAY_TO_SATURDAY.map((dayOfWeek) => {
    return { id: newId(), companyId, ...owner, dayOfWeek, startTime: "09:00", endTime: "18:00" };
  });

/** A tenant with one company, its default branch (Mon–Sat 09–18, Europe/Berlin) and its owner; nobody there needs a second factor. */
export async function createTenantWithCompany(overrides: Overrides<Prisma.CompanyUncheckedCreateInput> = {}) {
  const client = platformClient();
  const [tenantId, companyId, suffix] = [newId(), newId(), unique()];
  await client.tenant.create({
    data: { id: tenantId, name: `Tenant ${suffix}`, slug: `tenant-${suffix}`, status: "active" },
  });
  const company = await client.company.create({
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
  const branch = await platformClient().branch.create({
    data: { id, companyId, name: "Filiale", slug: `branch-${unique()}`, timezone, ...overrides },
  });
  await platformClient().workingHour.createMany({
    data: weeklyHours(companyId, { ownerType: "branch", branchId: id }),
  });
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
  const user = await platformClient().user.create({
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
  const client = platformClient();
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
  return platformClient().membership.create({ data: { id: newId(), companyId, roleId: ROLE_IDS.admin, ...overrides } });
}

type Company = Pick<TestCompany, "companyId" | "branchId">;

interface StaffOverrides extends Overrides<Prisma.StaffUncheckedCreateInput> {
  /** Default: every service that the company has. */
  serviceIds?: string[];
}
/** Someone who works Mon–Sat 09–18 in their home branch. */
export async function createStaff(company: Company, { serviceIds, ...overrides }: StaffOverrides = {}) {
  const client = platformClient();
  const { companyId } = company;
  const id = newId();
  const data = { id, companyId, homeBranchId: company.branchId, name: "Alex Muster", ...overrides };
  const staff = await client.staff.create({ data });
  await client.staffBranch.create({
    data: { id: newId(), companyId, staffId: id, branchId: staff.homeBranchId },
  });
  await client.workingHour.createMany({ data: weeklyHours(companyId, { ownerType: "staff", staffId: id }) });
  const offered = serviceIds ?? (await client.service.findMany({ where: { companyId } })).map((row) => row.id);
  await client.staffService.createMany({
    data: offered.map((serviceId) => ({ id: newId(), companyId, staffId: id, serviceId })),
  });
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
  const client = platformClient();
  const { companyId } = company;
  const id = newId();
  const service = await client.service.create({
    data: { id, companyId, name: "Haarschnitt", durationMinutes: 30, priceCents: 2900, ...overrides },
  });
  const staff = staffIds ?? (await client.staff.findMany({ where: { companyId } })).map((row) => row.id);
  const branches = branchIds ?? (await client.branch.findMany({ where: { companyId } })).map((row) => row.id);
  const link = { companyId, serviceId: id };
  await client.staffService.createMany({ data: staff.map((staffId) => ({ id: newId(), ...link, staffId })) });
  await client.branchService.createMany({ data: branches.map((branchId) => ({ id: newId(), ...link, branchId })) });
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
  const customer = await platformClient().customer.create({
    data: { id, companyId, firstName: "Maria", lastName: "Schäfer", ...overrides },
  });
  if (phone) {
    const row = { id: newId(), companyId, customerId: id, e164: phone, raw: phone, isPrimary: true };
    await platformClient().customerPhone.create({ data: row });
  }
  return customer;
}
