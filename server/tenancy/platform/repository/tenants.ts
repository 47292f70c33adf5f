import { LIMITED, type Limited } from "@/server/core/allowance";
import { isUniqueViolation } from "@/server/core/database-error";
import { AppError, notFound } from "@/server/core/errors";
import type { Prisma } from "@/server/core/generated/client";
import type { PlatformTransaction } from "@/server/core/platform";
import type { ListTenantsInput } from "../schema/tenants";

const inList = {
  id: true,
  name: true,
  slug: true,
  status: true,
  createdAt: true,
  companies: {
    where: { status: { not: "closed" } },
    select: { _count: { select: { memberships: { where: { isActive: true } } } } },
  },
} satisfies Prisma.TenantSelect;

type After = (string | number)[] | null;

/** By name; one more than asked for tells whether there is a next page. */
export function findTenants(
  { tx }: PlatformTransaction,
  { search, status, limit, after }: ListTenantsInput & { after: After },
) {
  const [name = "", id = ""] = (after ?? []).map(String);
  const contains = { contains: search ?? "", mode: "insensitive" } as const;
  const where: Prisma.TenantWhereInput[] = [
    status ? { status } : {},
    search ? { OR: [{ name: contains }, { slug: contains }, { companies: { some: { name: contains } } }] } : {},
    after ? { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] } : {},
  ];
  return tx.tenant.findMany({
    where: { AND: where },
    select: inList,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
}
export type TenantRow = Awaited<ReturnType<typeof findTenants>>[number];

export async function requireTenant({ tx }: PlatformTransaction, tenantId: string) {
  const select = {
    ...{ id: true, name: true, slug: true, status: true, createdAt: true, limits: true, featureFlags: true },
    ...{ trialEndsAt: true, suspendedAt: true, suspensionReason: true, notifiesImpersonation: true },
    companies: {
      select: {
        ...{ id: true, name: true, status: true },
        _count: { select: { memberships: { where: { isActive: true } } } },
      },
      orderBy: { name: "asc" },
    },
  } satisfies Prisma.TenantSelect;
  const row = await tx.tenant.findUnique({ where: { id: tenantId }, select });
  if (!row) throw notFound("tenant");
  return row;
}
export type TenantDetailsRow = Awaited<ReturnType<typeof requireTenant>>;

export async function countUsage({ tx }: PlatformTransaction, tenantId: string): Promise<Record<Limited, number>> {
  const rows = await tx.$queryRaw<{ what: Limited; used: bigint }[]>`
    SELECT what, tenant_count(${tenantId}::uuid, what) AS used FROM unnest(${[...LIMITED]}::text[]) AS what`;
  return Object.fromEntries(rows.map(({ what, used }) => [what, Number(used)])) as Record<Limited, number>;
}

/** One after the other, so that the last place of a contract is given once. */
export async function countUsedAlone(
  { tx }: PlatformTransaction,
  { tenantId, what }: { tenantId: string; what: Limited },
): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what} || ${tenantId}::text, 1))::text`;
  const [row] = await tx.$queryRaw<{ used: bigint }[]>`SELECT tenant_count(${tenantId}::uuid, ${what}) AS used`;
  return Number(row?.used ?? 0);
}

export async function insertTenant(
  { tx }: PlatformTransaction,
  data: Prisma.TenantUncheckedCreateInput,
): Promise<void> {
  await tx.tenant.create({ data }).catch(refuseTakenSlug);
}

export async function updateTenant(
  { tx }: PlatformTransaction,
  { id, data }: { id: string; data: Prisma.TenantUncheckedUpdateInput },
): Promise<void> {
  await tx.tenant.update({ where: { id }, data, select: { id: true } }).catch(refuseTakenSlug);
}

/** Two tenants, or two companies, never share the short name in their addresses. */
export function refuseTakenSlug(error: unknown): never {
  if (!isUniqueViolation(error)) throw error;
  throw new AppError({ code: "VALIDATION_ERROR", reason: "slug_taken" }, { cause: error });
}
