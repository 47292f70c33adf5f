import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { WAITING } from "../rules/delivery";
import type { ListNotificationsInput } from "../schema";

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
} satisfies Prisma.NotificationQueueSelect;

export type NotificationListRow = Prisma.NotificationQueueGetPayload<{ select: typeof select }>;

/** The company's, and for whom sees only their own or these branches: those about appointments that they see. */
function visible({ companyId, restriction }: CompanyContext): Prisma.NotificationQueueWhereInput {
  const { staffId, branchIds } = restriction ?? { branchIds: [] };
  if (!staffId && branchIds.length === 0) return { companyId };
  const own = { ...(staffId && { staffId }), ...(branchIds.length > 0 && { branchId: { in: branchIds } }) };
  return { companyId, appointment: own };
}

export async function listMessageRows(
  ctx: CompanyContext,
  { skip, after, ...query }: ListNotificationsInput & { skip: number; after: (string | number)[] | null },
): Promise<NotificationListRow[]> {
  const at = after && new Date(Number(after[0]));
  const behind = at ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: String(after?.[1]) } }] } : {};
  return db(ctx).notificationQueue.findMany({
    where: { ...wanted(ctx, query), ...behind },
    select,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip,
    take: query.limit + 1,
  });
}

type Filters = Pick<ListNotificationsInput, "appointmentId" | "customerId" | "status">;

function wanted(
  ctx: CompanyContext,
  { appointmentId, customerId, status }: Filters,
): Prisma.NotificationQueueWhereInput {
  return {
    ...visible(ctx),
    ...(appointmentId ? { appointmentId } : {}),
    ...(customerId ? { customerId } : {}),
    ...(status?.length ? { status: { in: status } } : {}),
    // A code is for the caller's eyes only.
    eventType: { not: "verification_code" },
  };
}

export async function countMessageRows(ctx: CompanyContext, filters: Filters): Promise<number> {
  return db(ctx).notificationQueue.count({ where: wanted(ctx, filters) });
}

export async function countMessages(ctx: CompanyContext) {
  const own = visible(ctx);
  const waiting = await db(ctx).notificationQueue.count({ where: { ...own, status: { in: [...WAITING] } } });
  const failed = await db(ctx).notificationQueue.count({ where: { ...own, status: "failed" } });
  return { waiting, failed };
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
