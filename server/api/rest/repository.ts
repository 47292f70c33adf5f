import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";

export interface RequestKey {
  /** The operation and who asks: the same key of somebody else is another. */
  scope: string;
  key: string;
  requestHash: string;
}

export interface KeptAnswer {
  requestHash: string;
  /** Encrypted: answers hold personal data, some a secret that is shown once. */
  sealed: string | null;
}

/** How long a repeated request gets the first one's answer. */
const KEPT_MS = DAY;

/** One at a time for each key; false while another request with it runs. Ends with the transaction, also when its process dies. */
export async function lockRequestKey(ctx: CompanyContext, { scope, key }: RequestKey): Promise<boolean> {
  const [row] = await db(ctx).$queryRaw<{ isFree: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${ctx.companyId}:${scope}:${key}`}, 1)) AS "isFree"`;
  return row?.isFree ?? false;
}

export async function findKeptAnswer(ctx: CompanyContext, { scope, key }: RequestKey): Promise<KeptAnswer | null> {
  const row = await db(ctx).idempotencyKey.findFirst({
    where: { companyId: ctx.companyId, scope, key, expiresAt: { gt: ctx.now } },
    select: { requestHash: true, response: true },
  });
  return row && { requestHash: row.requestHash, sealed: row.response as string | null };
}

/** Keeps the answer, over one that is out of date; some of those go with each new one, so that they do not pile up. */
export async function keepAnswer(
  ctx: CompanyContext,
  { scope, key, requestHash, status, sealed }: RequestKey & { status: number; sealed: string | null },
): Promise<void> {
  await db(ctx).$executeRaw`
    DELETE FROM idempotency_keys WHERE id IN (
      SELECT id FROM idempotency_keys WHERE company_id = ${ctx.companyId}::uuid AND expires_at <= ${ctx.now}::timestamptz
      LIMIT 20 FOR UPDATE SKIP LOCKED)`;
  const answer = { requestHash, responseStatus: status, response: sealed ?? undefined };
  const expiresAt = new Date(ctx.now.getTime() + KEPT_MS);
  await db(ctx).idempotencyKey.upsert({
    where: { companyId_scope_key: { companyId: ctx.companyId, scope, key } },
    create: { id: newId(), companyId: ctx.companyId, scope, key, expiresAt, ...answer },
    update: { ...answer, expiresAt },
    select: { id: true },
  });
}

/** Nobody else compares and changes the thing at this address at the same time. */
export async function lockAddress(ctx: CompanyContext, path: string): Promise<void> {
  await db(ctx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${ctx.companyId}:${path}`}, 2))`;
}

/** The pages of other origins that may read this company's answers; nobody unless it lists them. */
export async function findAllowedOrigins(ctx: CompanyContext): Promise<unknown> {
  const [row] = await db(ctx).$queryRaw<{ origins: unknown }[]>`
    SELECT settings #> '{cors,origins}' AS origins FROM companies WHERE id = ${ctx.companyId}::uuid`;
  return row?.origins;
}

/** Whether any company lists the origin: a browser asks before it says who it is. */
export async function isOriginKnown(origin: string): Promise<boolean> {
  const [row] = await appClient().$queryRaw<{ isKnown: boolean }[]>`SELECT cors_origin_known(${origin}) AS "isKnown"`;
  return row?.isKnown ?? false;
}
