import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { FoundApiKey } from "./rules";

/** A company's list stays one that a person can read. */
const MOST_LISTED = 200;

const select = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  branchIds: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  createdAt: true,
  createdByUserId: true,
} satisfies Prisma.ApiKeySelect;

type KeyColumns = Prisma.ApiKeyGetPayload<{ select: typeof select }>;
/** `isReplaced`: a newer key that is not revoked has taken its place. */
export type ApiKeyRow = KeyColumns & { isReplaced: boolean; createdBy: string | null };

/** The company is not known before its key is: a function of the database says who it is. */
export async function loadApiKey(keyHash: string): Promise<FoundApiKey | null> {
  const rows = await appClient().$queryRaw<{ key: FoundApiKey | null }[]>`SELECT api_key_find(${keyHash}) AS key`;
  return rows[0]?.key ?? null;
}

export async function listKeyRows(ctx: CompanyContext): Promise<ApiKeyRow[]> {
  const { companyId } = ctx;
  const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] satisfies Prisma.ApiKeyOrderByWithRelationInput[];
  const rows = await db(ctx).apiKey.findMany({ where: { companyId }, select, orderBy: newestFirst, take: MOST_LISTED });
  return complete(ctx, rows);
}

/** Locks the key until the transaction ends: whoever else rotates or revokes it waits. */
export async function lockKey(ctx: CompanyContext, id: string): Promise<ApiKeyRow | null> {
  const { companyId } = ctx;
  await db(ctx).$queryRaw`
    SELECT 1 FROM api_keys WHERE company_id = ${companyId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const row = await db(ctx).apiKey.findFirst({ where: { companyId, id }, select });
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

/** How many of these branches the company has. */
export async function countOwnBranches(ctx: CompanyContext, branchIds: string[]): Promise<number> {
  return db(ctx).branch.count({ where: { companyId: ctx.companyId, id: { in: branchIds }, deletedAt: null } });
}
