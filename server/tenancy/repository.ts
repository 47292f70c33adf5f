import { LIMITED, type Limited } from "@/server/core/allowance";
import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import type { CredentialColumn } from "./rules/credential-columns";
import type { Standing } from "./rules/standing";
import type { BranchView, CompanyView } from "./schema";

export function findBranches(ctx: CompanyContext): Promise<BranchView[]> {
  const branchIds = ctx.restriction?.branchIds ?? [];
  const own = branchIds.length > 0 ? { id: { in: branchIds } } : {};
  return db(ctx).branch.findMany({
    where: { companyId: ctx.companyId, isActive: true, deletedAt: null, ...own },
    select: { id: true, name: true, timezone: true, phone: true, isDefault: true },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
  });
}

export function findCompany(ctx: CompanyContext): Promise<CompanyView | null> {
  const address = { email: true, phone: true, website: true };
  return db(ctx).company.findFirst({
    where: { id: ctx.companyId },
    select: {
      id: true,
      name: true,
      industry: true,
      timezone: true,
      locale: true,
      country: true,
      currency: true,
      ...address,
    },
  });
}

export async function findUsage(ctx: CompanyContext) {
  const tenant = await db(ctx).tenant.findFirst({
    where: { companies: { some: { id: ctx.companyId } } },
    select: { status: true, limits: true },
  });
  const rows = await db(ctx).$queryRaw<{ what: Limited; used: bigint }[]>`
    SELECT what, tenant_usage(what, false) AS used FROM unnest(${[...LIMITED]}::text[]) AS what`;
  const used = Object.fromEntries(rows.map((row) => [row.what, Number(row.used)])) as Record<Limited, number>;
  return { tenant, used };
}

export interface CompanyStanding extends Standing {
  featureFlags: Record<string, boolean>;
}

export async function findStanding(companyId: string): Promise<CompanyStanding | null> {
  const [row] = await appClient().$queryRaw<{ standing: CompanyStanding | null }[]>`
    SELECT company_standing(${companyId}::uuid) AS standing`;
  return row?.standing ?? null;
}

/** Without a company of its own: the door function names no more than the ids. */
export async function findActiveCompanyIds(): Promise<string[]> {
  const rows = await appClient().$queryRaw<{ id: string }[]>`SELECT id FROM list_active_company_ids() AS active (id)`;
  return rows.map(({ id }) => id);
}

const FIELD_OF = {
  calcom_api_key_encrypted: "calcomApiKeyEncrypted",
  calcom_webhook_secret_encrypted: "calcomWebhookSecretEncrypted",
  retell_api_key_encrypted: "retellApiKeyEncrypted",
} as const satisfies Record<CredentialColumn, string>;

export async function findEncrypted(ctx: CompanyContext, column: CredentialColumn): Promise<string | null> {
  const select = { calcomApiKeyEncrypted: true, calcomWebhookSecretEncrypted: true, retellApiKeyEncrypted: true };
  const row = await db(ctx).company.findFirst({ where: { id: ctx.companyId }, select });
  return row?.[FIELD_OF[column]] ?? null;
}

export async function writeEncrypted(
  ctx: CompanyContext,
  { column, value }: { column: CredentialColumn; value: string | null },
): Promise<void> {
  await db(ctx).company.update({
    where: { id: ctx.companyId },
    data: { [FIELD_OF[column]]: value },
    select: { id: true },
  });
}

/** Where a branch or the company lies, as far as it says so itself. */
export interface PlaceRow {
  country: string | null;
  state: string | null;
  municipality?: string | null;
}

export function findBranchPlace(ctx: CompanyContext, branchId: string): Promise<PlaceRow | null> {
  return db(ctx).branch.findFirst({
    where: { companyId: ctx.companyId, id: branchId, deletedAt: null },
    select: { country: true, state: true, municipality: true },
  });
}

export async function writeBranchPlace(ctx: CompanyContext, branchId: string, place: PlaceRow): Promise<void> {
  await db(ctx).branch.updateMany({ where: { companyId: ctx.companyId, id: branchId }, data: place });
}

/** The open branches that the asking person may work with. */
export async function findFallbackPhones(ctx: CompanyContext) {
  const branchIds = ctx.restriction?.branchIds ?? [];
  const own = branchIds.length > 0 ? { id: { in: branchIds } } : {};
  const rows = await db(ctx).branch.findMany({
    where: { companyId: ctx.companyId, isActive: true, deletedAt: null, ...own },
    select: { id: true, name: true, fallbackPhone: true },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id: branchId, name, fallbackPhone }) => ({ branchId, name, fallbackPhone }));
}

export async function writeFallbackPhone(
  ctx: CompanyContext,
  { branchId, fallbackPhone }: { branchId: string; fallbackPhone: string | null },
): Promise<void> {
  await db(ctx).branch.updateMany({ where: { companyId: ctx.companyId, id: branchId }, data: { fallbackPhone } });
}

export function findCompanyPlace(ctx: CompanyContext): Promise<{ country: string; state: string | null }> {
  const select = { country: true, state: true };
  return db(ctx).company.findFirstOrThrow({ where: { id: ctx.companyId }, select });
}

export async function writeCompanyPlace(
  ctx: CompanyContext,
  place: { country: string; state: string | null },
): Promise<void> {
  await db(ctx).company.update({ where: { id: ctx.companyId }, data: place, select: { id: true } });
}

interface CalcomPlaceRow {
  calcomTeamId: number | null;
  calcomWebhookToken: string | null;
}

export function findCalcomPlace(ctx: CompanyContext): Promise<CalcomPlaceRow> {
  const select = { calcomTeamId: true, calcomWebhookToken: true };
  return db(ctx).company.findFirstOrThrow({ where: { id: ctx.companyId }, select });
}

export async function updateCalcomPlace(ctx: CompanyContext, place: Partial<CalcomPlaceRow>): Promise<void> {
  await db(ctx).company.update({ where: { id: ctx.companyId }, data: place, select: { id: true } });
}
