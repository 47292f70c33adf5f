import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import type { DeliveryEvent } from "@/server/core/deliveries";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { WebhookFilters } from "../schema";

const select = {
  id: true,
  source: true,
  eventType: true,
  status: true,
  receivedAt: true,
  processedAt: true,
  retryCount: true,
  errorMessage: true,
  externalId: true,
  isSignatureValid: true,
  responseStatus: true,
  headers: true,
} satisfies Prisma.WebhookLogSelect;

type Row = Prisma.WebhookLogGetPayload<{ select: typeof select }>;
export type WebhookRow = Row & { hasPayload: boolean };

/** The job that works such deliveries through; null for those that are only kept. */
export async function findHandler(ctx: CompanyContext, { source, eventType }: WebhookRow): Promise<string | null> {
  if (eventType === null) return null;
  const known = await db(ctx).webhookEvent.findFirst({ where: { source, eventType }, select: { handler: true } });
  return known?.handler ?? null;
}

interface ListQuery {
  filters: WebhookFilters;
  limit: number;
  skip: number;
  after: (string | number)[] | null;
}

/** The newest first. */
export async function listWebhookRows(ctx: CompanyContext, query: ListQuery): Promise<WebhookRow[]> {
  const { filters, limit, skip, after } = query;
  const at = after && new Date(Number(after[0]));
  const behind = at ? { OR: [{ receivedAt: { lt: at } }, { receivedAt: at, id: { lt: String(after?.[1]) } }] } : {};
  const rows = await db(ctx).webhookLog.findMany({
    where: { AND: [wanted(ctx, filters), behind] },
    select,
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    skip,
    take: limit,
  });
  return withPayloads(ctx, rows);
}

const KEPT: Prisma.WebhookLogWhereInput[] = [{ payload: { not: Prisma.AnyNull } }, { payloadEncrypted: { not: null } }];

/** A list does not read what was delivered, only whether it is still there. */
async function withPayloads(ctx: CompanyContext, rows: Row[]): Promise<WebhookRow[]> {
  const kept = await db(ctx).webhookLog.findMany({
    where: {
      companyId: ctx.companyId,
      id: { in: rows.map(({ id }) => id) },
      OR: KEPT,
    },
    select: { id: true },
  });
  const ids = new Set(kept.map(({ id }) => id));
  return rows.map((row) => ({ ...row, hasPayload: ids.has(row.id) }));
}

export async function countWebhookRows(ctx: CompanyContext, filters: WebhookFilters): Promise<number> {
  return db(ctx).webhookLog.count({ where: wanted(ctx, filters) });
}

export async function findWebhookRow(ctx: CompanyContext, id: string): Promise<WebhookRow | null> {
  const row = await db(ctx).webhookLog.findFirst({ where: { companyId: ctx.companyId, id }, select });
  const [found] = row ? await withPayloads(ctx, [row]) : [];
  return found ?? null;
}

function wanted({ companyId, restriction }: CompanyContext, filters: WebhookFilters): Prisma.WebhookLogWhereInput {
  const { source, status, from, until, search } = filters;
  const words = { contains: search ?? "", mode: "insensitive" } as const;
  const isPartial = Boolean(restriction?.staffId) || (restriction?.branchIds.length ?? 0) > 0;
  return {
    companyId,
    ...(source?.length ? { source: { in: source } } : {}),
    ...(status?.length ? { status: { in: status } } : {}),
    ...(from || until ? { receivedAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
    // Nobody searches in what they are not shown.
    ...(search ? { OR: [{ eventType: words }, ...(isPartial ? [] : [{ errorMessage: words }])] } : {}),
  };
}

export interface FailedWebhook {
  id: string;
  receivedAt: Date;
}

interface FailedQuery {
  since: Date;
  after: FailedWebhook | null;
  limit: number;
}

/** Those that failed since then and are still kept, the oldest first: in the order in which things happened. */
export async function listFailed(ctx: CompanyContext, { since, after, limit }: FailedQuery): Promise<FailedWebhook[]> {
  const { id = "", receivedAt = since } = after ?? {};
  const behind = { OR: [{ receivedAt: { gt: receivedAt } }, { receivedAt, id: { gt: id } }] };
  return db(ctx).webhookLog.findMany({
    where: {
      ...{ companyId: ctx.companyId, status: "failed", receivedAt: { gte: since } },
      AND: [{ OR: KEPT }, ...(after ? [behind] : [])],
    },
    select: { id: true, receivedAt: true },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: limit,
  });
}

export async function listCompaniesWithFailedDeliveries(since: Date): Promise<string[]> {
  const rows = await appClient().$queryRaw<{ id: string }[]>`
    SELECT list_companies_with_failed_deliveries(${since}::timestamptz) AS id`;
  return rows.map(({ id }) => id);
}

/** As if it had just come in; false when somebody else was quicker. */
export async function reopen(ctx: CompanyContext, { id, retryCount }: Pick<WebhookRow, "id" | "retryCount">) {
  const { count } = await db(ctx).webhookLog.updateMany({
    where: { companyId: ctx.companyId, id, retryCount },
    data: { status: "received", isHeld: false, errorMessage: null, processedAt: null, retryCount: retryCount + 1 },
  });
  return count > 0;
}

export async function queueEvent(ctx: CompanyContext, id: string, { name, data }: DeliveryEvent): Promise<void> {
  const payload = { ...data, companyId: ctx.companyId, deliveryId: id } as Prisma.InputJsonObject;
  await db(ctx).outboxEvent.create({ data: { id: newId(), companyId: ctx.companyId, name, payload } });
}
