import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { beyond, type ListOrder } from "@/server/core/page";
import { DAY } from "@/server/core/time";
import { WAITING } from "../rules/delivery";
import type { CountNotificationsInput, NotificationCounts, NotificationFilters } from "../schema";

const select = {
  id: true,
  eventType: true,
  channel: true,
  recipient: true,
  status: true,
  subject: true,
  body: true,
  language: true,
  appointmentId: true,
  customerId: true,
  scheduledFor: true,
  sentAt: true,
  deliveredAt: true,
  failedAt: true,
  retryCount: true,
  maxRetries: true,
  error: true,
  costCents: true,
  createdAt: true,
  customer: { select: { firstName: true, lastName: true } },
} satisfies Prisma.NotificationQueueSelect;

export type NotificationListRow = Prisma.NotificationQueueGetPayload<{ select: typeof select }>;

/** The company's, and for whom sees only their own or these branches: those about appointments that they see. */
function visible({ companyId, restriction }: CompanyContext): Prisma.NotificationQueueWhereInput {
  const { staffId, branchIds } = restriction ?? { branchIds: [] };
  if (!staffId && branchIds.length === 0) return { companyId };
  const own = { ...(staffId && { staffId }), ...(branchIds.length > 0 && { branchId: { in: branchIds } }) };
  return { companyId, appointment: own };
}

interface MessageQuery {
  filters: NotificationFilters;
  limit: number;
  skip?: number;
  after: (string | number)[] | null;
  order?: ListOrder;
}

/** The newest first, unless asked otherwise. */
export async function listMessageRows(
  ctx: CompanyContext,
  { filters, limit, skip = 0, after, order = "desc" }: MessageQuery,
): Promise<NotificationListRow[]> {
  const at = after && new Date(Number(after[0]));
  const behind = at
    ? { OR: [{ createdAt: beyond(order, at) }, { createdAt: at, id: beyond(order, String(after?.[1])) }] }
    : {};
  return db(ctx).notificationQueue.findMany({
    where: { AND: [wanted(ctx, filters), behind] },
    select,
    orderBy: [{ createdAt: order }, { id: order }],
    skip,
    take: limit,
  });
}

// A code is for the caller's eyes only.
const NEVER_SHOWN = { eventType: { not: "verification_code" } } satisfies Prisma.NotificationQueueWhereInput;

function wanted(ctx: CompanyContext, filters: NotificationFilters): Prisma.NotificationQueueWhereInput {
  const { appointmentId, customerId, branchId, status, channel, event, from, until, dueBefore, search } = filters;
  const words = { contains: search ?? "", mode: "insensitive" } as const;
  return {
    ...NEVER_SHOWN,
    ...(appointmentId ? { appointmentId } : {}),
    ...(customerId ? { customerId } : {}),
    ...(status?.length ? { status: { in: status } } : {}),
    ...(channel?.length ? { channel: { in: channel } } : {}),
    ...(from || until ? { createdAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
    ...(dueBefore ? { scheduledFor: { lt: dueBefore } } : {}),
    AND: [
      visible(ctx),
      branchId ? { appointment: { branchId } } : {},
      event?.length ? { eventType: { in: event } } : {},
      search ? { OR: [{ recipient: words }, { customer: { OR: [{ firstName: words }, { lastName: words }] } }] } : {},
    ],
  };
}

export async function countMessageRows(ctx: CompanyContext, filters: NotificationFilters): Promise<number> {
  return db(ctx).notificationQueue.count({ where: wanted(ctx, filters) });
}

export async function findMessageRow(ctx: CompanyContext, id: string): Promise<NotificationListRow | null> {
  return db(ctx).notificationQueue.findFirst({ where: { ...NEVER_SHOWN, ...visible(ctx), id }, select });
}

/** Each as many as the list shows that is filtered so. */
export async function countMessages(
  ctx: CompanyContext,
  { branchId, from = new Date(ctx.now.getTime() - 7 * DAY) }: CountNotificationsInput,
): Promise<NotificationCounts> {
  const count = (filters: NotificationFilters) => countMessageRows(ctx, { ...filters, branchId });
  return {
    waiting: await count({ status: [...WAITING] }),
    failed: await count({ status: ["failed"] }),
    sentLastWeek: await count({ status: ["sent", "delivered"], from }),
  };
}

/** Those that were given up, the oldest first. */
export async function listFailedMessageIds(ctx: CompanyContext, { limit }: { limit: number }): Promise<string[]> {
  const where = { ...NEVER_SHOWN, ...visible(ctx), status: "failed" } as const;
  const rows = db(ctx).notificationQueue.findMany({
    where,
    select: { id: true },
    orderBy: [{ failedAt: "asc" }, { id: "asc" }],
    take: limit,
  });
  return ids(await rows);
}

export async function isMessageVisible(ctx: CompanyContext, id: string): Promise<boolean> {
  return (await db(ctx).notificationQueue.count({ where: { ...visible(ctx), id } })) > 0;
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** The three ways in which a job finds the companies that it has work for, before a company is known. */
export async function listCompaniesWithDueMessages(until: Date): Promise<string[]> {
  return ids(await appClient().$queryRaw`SELECT list_companies_with_due_messages(${until}::timestamptz) AS id`);
}

export async function listCompaniesWithStuckMessages(since: {
  failedSince: Date;
  untouchedSince: Date;
}): Promise<string[]> {
  return ids(
    await appClient().$queryRaw`
      SELECT list_companies_with_stuck_messages(${since.failedSince}::timestamptz, ${since.untouchedSince}::timestamptz) AS id`,
  );
}

export async function listCompaniesOfNumber(e164: string): Promise<string[]> {
  return ids(await appClient().$queryRaw`SELECT list_companies_of_number(${e164}) AS id`);
}

/** Whose message a provider's delivery event speaks of. */
export async function routeMessage(
  providerMessageId: string,
): Promise<{ companyId: string; notificationId: string } | null> {
  const [row] = await appClient().$queryRaw<{ companyId: string; notificationId: string }[]>`
    SELECT company_id AS "companyId", notification_id AS "notificationId" FROM route_message(${providerMessageId})`;
  return row ?? null;
}
