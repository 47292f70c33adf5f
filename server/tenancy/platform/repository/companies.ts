import { notFound } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import type { PlatformTransaction } from "@/server/core/platform";
import type { CompanyStatus, ListCompaniesInput } from "../schema/companies";
import { refuseTakenSlug } from "./tenants";

const inList = {
  ...{ id: true, name: true, slug: true, status: true, industry: true, city: true, createdAt: true },
  tenant: { select: { id: true, name: true, status: true } },
} satisfies Prisma.CompanySelect;

type Query = ListCompaniesInput & { after: (string | number)[] | null };

/** By name; one more than asked for tells whether there is a next page. */
export function findCompanies({ tx }: PlatformTransaction, { search, status, tenantId, limit, after }: Query) {
  const [name = "", id = ""] = (after ?? []).map(String);
  const contains = { contains: search ?? "", mode: "insensitive" } as const;
  const where: Prisma.CompanyWhereInput[] = [
    { ...(status && { status }), ...(tenantId && { tenantId }) },
    search ? { OR: [{ name: contains }, { slug: contains }, { city: contains }, { email: contains }] } : {},
    after ? { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] } : {},
  ];
  return tx.company.findMany({
    where: { AND: where },
    select: inList,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
}
export type CompanyRow = Awaited<ReturnType<typeof findCompanies>>[number];

export async function requireCompany({ tx }: PlatformTransaction, companyId: string) {
  const contact = { timezone: true, country: true, email: true, phone: true } as const;
  const user = { select: { id: true, name: true, email: true, lastLoginAt: true } };
  const members = {
    where: { isActive: true },
    select: { user, role: { select: { key: true, name: true, companyId: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  } satisfies Prisma.Company$membershipsArgs;
  const branches = {
    where: { isActive: true, deletedAt: null },
    select: { id: true, name: true },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
  } satisfies Prisma.Company$branchesArgs;
  const select = { ...inList, ...contact, memberships: members, branches } satisfies Prisma.CompanySelect;
  const row = await tx.company.findUnique({ where: { id: companyId }, select });
  if (!row) throw notFound("company");
  return row;
}
export type CompanyDetailsRow = Awaited<ReturnType<typeof requireCompany>>;

export interface CompanyFigures {
  branches: number;
  staff: number;
  customers: number;
  appointmentsThisMonth: number;
  callsThisMonth: number;
  lastCallAt: Date | null;
}

export async function countCompany({ tx }: PlatformTransaction, companyId: string): Promise<CompanyFigures> {
  const [row] = await tx.$queryRaw<CompanyFigures[]>`
    WITH month AS (SELECT date_trunc('month', now() AT TIME ZONE timezone) AT TIME ZONE timezone AS start, id FROM companies)
    SELECT (SELECT count(*)::int FROM branches WHERE company_id = month.id AND is_active AND deleted_at IS NULL) AS branches,
      (SELECT count(*)::int FROM staff WHERE company_id = month.id AND is_active AND deleted_at IS NULL) AS staff,
      (SELECT count(*)::int FROM customers WHERE company_id = month.id AND deleted_at IS NULL AND anonymized_at IS NULL) AS customers,
      (SELECT count(*)::int FROM appointments WHERE company_id = month.id AND created_at >= month.start) AS "appointmentsThisMonth",
      (SELECT count(*)::int FROM calls WHERE company_id = month.id AND started_at >= month.start) AS "callsThisMonth",
      (SELECT max(started_at) FROM calls WHERE company_id = month.id) AS "lastCallAt"
    FROM month WHERE id = ${companyId}::uuid`;
  if (!row) throw notFound("company");
  return row;
}

export async function requireOwnerRole({ tx }: PlatformTransaction): Promise<string> {
  const role = await tx.role.findFirst({ where: { companyId: null, key: "admin" }, select: { id: true } });
  if (!role) throw notFound("role");
  return role.id;
}

interface NewCompany {
  company: Prisma.CompanyUncheckedCreateInput;
  branch: Prisma.BranchUncheckedCreateInput;
  stages: Prisma.JourneyStageCreateManyInput[];
}

/** A company with its first branch, without which it could take no appointment, and the stages of its customers. */
export async function insertCompany(
  { tx }: PlatformTransaction,
  { company, branch, stages }: NewCompany,
): Promise<void> {
  await tx.company.create({ data: company, select: { id: true } }).catch(refuseTakenSlug);
  await tx.branch.create({ data: branch, select: { id: true } });
  await tx.journeyStage.createMany({ data: stages });
}

export async function updateCompanyStatus(
  { tx }: PlatformTransaction,
  { companyId, status }: { companyId: string; status: CompanyStatus },
): Promise<void> {
  await tx.company.update({ where: { id: companyId }, data: { status }, select: { id: true } });
}

/** When this operator last read this company's page, as its audit has it. */
export async function findLastLook(
  { tx }: PlatformTransaction,
  companyId: string,
  userId: string,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT max(occurred_at) AS at FROM activity_logs
    WHERE company_id = ${companyId}::uuid AND action = 'view_companies' AND actor ->> 'userId' = ${userId}`;
  return row?.at ?? null;
}
