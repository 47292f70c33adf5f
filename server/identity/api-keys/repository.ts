import type { CompanyContext } from "@/server/core/context";
import { appClient, askDoor, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { SessionMembership } from "../rules/session";
import type { FoundApiKey } from "./rules";

/** A company's list stays one that a person can read. */
const MOST_LISTED = 200;

const select = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  branchIds: true,
  isGroupWide: true,
  refusedCompanyIds: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  createdAt: true,
  createdByUserId: true,
} satisfies Prisma.ApiKeySelect;

type KeyColumns = Prisma.ApiKeyGetPayload<{ select: typeof select }>;
/** `isReplaced`: a newer key that is not revoked has taken its place. */
export type ApiKeyRow = KeyColumns & { isReplaced: boolean; createdBy: string | null };

/** A key that another company of the tenant keeps, with how its creator stands there and here. */
export interface GroupKeyRow extends Pick<ApiKeyRow, "id" | "name" | "prefix" | "scopes" | "createdBy" | "isReplaced"> {
  expiresAt: string;
  lastUsedAt: string | null;
  createdAt: string;
  /** This company has ended it for itself. */
  isRefused: boolean;
  home: SessionMembership;
  place: SessionMembership;
}

/** The company is not known before its key is: a function of the database says who it is. */
export async function loadApiKey(keyHash: string, companyId: string | null): Promise<FoundApiKey | null> {
  const rows = await askDoor<{ key: FoundApiKey | null }>(
    Prisma.sql`SELECT api_key_find_at(${keyHash}, ${companyId}::uuid) AS key`,
  );
  return rows[0]?.key ?? null;
}

/** Where somebody of this company works within its tenant, and as what. */
export async function listGroupPlaces(ctx: CompanyContext, userId: string): Promise<SessionMembership[]> {
  const rows = await db(ctx).$queryRaw<
    { places: SessionMembership[] }[]
  >`SELECT group_places(${userId}::uuid) AS places`;
  return rows[0]?.places ?? [];
}

/** The living keys of the tenant's other companies whose creators work here. */
export async function listGroupKeys(ctx: CompanyContext): Promise<GroupKeyRow[]> {
  const rows = await db(ctx).$queryRaw<{ keys: GroupKeyRow[] }[]>`SELECT group_keys_here() AS keys`;
  return rows[0]?.keys ?? [];
}

/** Ends another company's key for this one; false when that is done already. */
export async function refuseGroupKey(ctx: CompanyContext, id: string): Promise<boolean> {
  const rows = await db(ctx).$queryRaw<{ done: boolean }[]>`SELECT group_key_refuse(${id}::uuid) AS done`;
  return rows[0]?.done ?? false;
}

export async function listKeyRows(ctx: CompanyContext): Promise<ApiKeyRow[]> {
  const { companyId } = ctx;
  const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] satisfies Prisma.ApiKeyOrderByWithRelationInput[];
  const rows = await db(ctx).apiKey.findMany({ where: { companyId }, select, orderBy: newestFirst, take: MOST_LISTED });
  return complete(ctx, rows);
}

/** Locks the key until the transaction ends: whoever else rotates or revokes it waits. */
export async function lockKey(ctx: CompanyContext, id: string): Promise<ApiKeyRow | null> {
  await db(ctx).$queryRaw`
    SELECT 1 FROM api_keys WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return findKey(ctx, id);
}

export async function findKey(ctx: CompanyContext, id: string): Promise<ApiKeyRow | null> {
  const row = await db(ctx).apiKey.findFirst({ where: { companyId: ctx.companyId, id }, select });
  return row ? ((await complete(ctx, [row]))[0] ?? null) : null;
}

async function complete(ctx: CompanyContext, rows: KeyColumns[]): Promise<ApiKeyRow[]> {
  const { companyId } = ctx;
  const successors = await db(ctx).apiKey.findMany({
    where: { companyId, rotatedFromId: { in: rows.map(({ id }) => id) }, revokedAt: null },
    select: { rotatedFromId: true },
  });
  const creatorIds = rows.flatMap(({ createdByUserId }) => createdByUserId ?? []);
  const creators = await db(ctx).user.findMany({ where: { id: { in: creatorIds } }, select: { id: true, name: true } });
  const names = new Map(creators.map(({ id, name }) => [id, name]));
  const replaced = new Set(successors.map(({ rotatedFromId }) => rotatedFromId));
  return rows.map((row) => {
    return { ...row, isReplaced: replaced.has(row.id), createdBy: names.get(row.createdByUserId ?? "") ?? null };
  });
}

type NewKey = Omit<Prisma.ApiKeyUncheckedCreateInput, "id" | "companyId">;
export async function insertKey(ctx: CompanyContext, key: NewKey): Promise<ApiKeyRow> {
  const { companyId } = ctx;
  const row = await db(ctx).apiKey.create({ data: { id: newId(), companyId, ...key }, select });
  return { ...row, isReplaced: false, createdBy: ctx.actor.kind === "user" ? ctx.actor.name : null };
}

export async function endKey(ctx: CompanyContext, id: string, end: { revokedAt: Date } | { expiresAt: Date }) {
  await db(ctx).apiKey.updateMany({ where: { companyId: ctx.companyId, id }, data: end });
}

/** Companies where a key ends soon of whose end its people do not know yet. */
export async function listCompaniesWithEndingKeys(): Promise<string[]> {
  const rows = await appClient().$queryRaw<
    { id: string }[]
  >`SELECT id FROM list_companies_with_ending_keys() AS ending (id)`;
  return rows.map(({ id }) => id);
}

export interface EndingKey {
  id: string;
  name: string;
  prefix: string;
  expiresAt: Date;
}

/** Marks the keys that end within so many days and were not told of yet, and says which: whoever comes second gets none. */
export async function takeEndingKeys(
  ctx: CompanyContext,
  { days, until }: { days: number; until: Date },
): Promise<EndingKey[]> {
  return db(ctx).$queryRaw<EndingKey[]>`
    UPDATE api_keys k SET warned_days = ${days}::smallint
    WHERE k.company_id = ${ctx.companyId}::uuid AND k.revoked_at IS NULL AND k.expires_at > ${ctx.now}::timestamptz
      AND k.expires_at <= ${until}::timestamptz AND (k.warned_days IS NULL OR k.warned_days > ${days}::smallint)
      AND NOT EXISTS (SELECT FROM api_keys newer
        WHERE newer.company_id = k.company_id AND newer.rotated_from_id = k.id AND newer.revoked_at IS NULL)
    RETURNING k.id, k.name, k.prefix, k.expires_at AS "expiresAt"`;
}

/** How many of these branches the company has. */
export async function countOwnBranches(ctx: CompanyContext, branchIds: string[]): Promise<number> {
  return db(ctx).branch.count({ where: { companyId: ctx.companyId, id: { in: branchIds }, deletedAt: null } });
}
