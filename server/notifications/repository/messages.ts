import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { LEASE_MS } from "../rules/timing";
import type { NotificationChannel, NotificationStatus } from "../schema";

export type NewMessage = Omit<Prisma.NotificationQueueUncheckedCreateInput, "id" | "companyId">;

/** Writes a message; null when the same fact was told on this channel before. */
export async function insertMessage(ctx: CompanyContext, message: NewMessage): Promise<string | null> {
  const id = newId();
  const data = {
    id,
    companyId: ctx.companyId,
    createdAt: ctx.now,
    ...message,
  } as Prisma.NotificationQueueCreateManyInput;
  const { count } = await db(ctx).notificationQueue.createMany({ data: [data], skipDuplicates: true });
  return count > 0 ? id : null;
}

const select = {
  id: true,
  eventType: true,
  channel: true,
  recipient: true,
  customerId: true,
  appointmentId: true,
  templateId: true,
  language: true,
  subject: true,
  body: true,
  html: true,
  data: true,
  status: true,
  scheduledFor: true,
  retryCount: true,
  maxRetries: true,
  fallbackChannel: true,
  triedAt: true,
  leaseUntil: true,
  dedupeKey: true,
  createdAt: true,
} satisfies Prisma.NotificationQueueSelect;

export type MessageRow = Prisma.NotificationQueueGetPayload<{ select: typeof select }>;

/** The row, locked until the transaction ends, so that two jobs decide about it one after the other. */
export async function lockMessage(ctx: CompanyContext, id: string): Promise<MessageRow | null> {
  await db(ctx).$queryRaw`
    SELECT id FROM notification_queue WHERE company_id = ${ctx.companyId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return db(ctx).notificationQueue.findFirst({ where: { companyId: ctx.companyId, id }, select });
}

export async function writeMessage(
  ctx: CompanyContext,
  id: string,
  data: Prisma.NotificationQueueUncheckedUpdateManyInput,
): Promise<void> {
  await db(ctx).notificationQueue.updateMany({ where: { companyId: ctx.companyId, id }, data });
}

/** From now on one try is under way; a try that never reports back ends with its lease. */
export const leaseFrom = (now: Date) => ({
  status: "sending" as const,
  leaseUntil: new Date(now.getTime() + LEASE_MS),
});

/** Whether what this names waits to go out, or went. */
export async function isOnItsWay(ctx: CompanyContext, dedupeKey: string): Promise<boolean> {
  const status = { in: ["scheduled", "pending", "sending", "sent", "delivered"] satisfies NotificationStatus[] };
  return (await db(ctx).notificationQueue.count({ where: { companyId: ctx.companyId, dedupeKey, status } })) > 0;
}

/** The messages of an appointment and event that have not gone out. */
export async function findWaitingMessages(
  ctx: CompanyContext,
  { appointmentId, eventType }: { appointmentId: string; eventType: string },
) {
  return db(ctx).notificationQueue.findMany({
    where: {
      companyId: ctx.companyId,
      appointmentId,
      eventType,
      status: { in: ["scheduled", "pending"] },
    },
    select: { id: true, dedupeKey: true },
  });
}

/** A message that was called off and is wanted again: an appointment that moved away and back. */
export async function reviveMessage(
  ctx: CompanyContext,
  { dedupeKey, status, scheduledFor }: { dedupeKey: string; status: NotificationStatus; scheduledFor: Date },
): Promise<string | null> {
  const row = await db(ctx).notificationQueue.findFirst({
    where: { companyId: ctx.companyId, dedupeKey, status: "cancelled", sentAt: null },
    select: { id: true },
  });
  if (!row) return null;
  await writeMessage(ctx, row.id, { status, scheduledFor, error: null });
  return row.id;
}

/** Hands scheduled messages that are due by then to their jobs, each once. */
export async function takeDueMessages(ctx: CompanyContext, until: Date): Promise<{ id: string; scheduledFor: Date }[]> {
  return db(ctx).$queryRaw<{ id: string; scheduledFor: Date }[]>`
    UPDATE notification_queue SET status = 'pending', updated_at = now()
    WHERE company_id = ${ctx.companyId}::uuid AND id IN (
      SELECT id FROM notification_queue
      WHERE company_id = ${ctx.companyId}::uuid AND status = 'scheduled' AND scheduled_for <= ${until}::timestamptz
      ORDER BY scheduled_for LIMIT 500 FOR UPDATE SKIP LOCKED)
    RETURNING id, scheduled_for AS "scheduledFor"`;
}

/** First tried within the last day, and failed for a reason that may pass; or waiting although no job seems to work on it. */
export async function takeStuckMessages(
  ctx: CompanyContext,
  { failedSince, untouchedSince }: { failedSince: Date; untouchedSince: Date },
): Promise<{ id: string; scheduledFor: Date }[]> {
  return db(ctx).$queryRaw<{ id: string; scheduledFor: Date }[]>`
    UPDATE notification_queue SET status = 'pending', retry_count = 0, lease_until = NULL, failed_at = NULL,
      provider_message_id = NULL, updated_at = now()
    WHERE company_id = ${ctx.companyId}::uuid AND id IN (
      SELECT id FROM notification_queue
      WHERE company_id = ${ctx.companyId}::uuid
        AND ((status = 'failed' AND NOT is_final AND COALESCE(tried_at, failed_at) >= ${failedSince}::timestamptz)
          OR (status IN ('pending', 'sending') AND updated_at < ${untouchedSince}::timestamptz))
      LIMIT 500 FOR UPDATE SKIP LOCKED)
    RETURNING id, scheduled_for AS "scheduledFor"`;
}

export async function findTemplateRow(
  ctx: CompanyContext,
  wanted: { templateId: string | null; eventType: string; channel: NotificationChannel; language: string },
) {
  const { templateId, eventType, channel, language } = wanted;
  return db(ctx).notificationTemplate.findFirst({
    where: {
      companyId: ctx.companyId,
      isActive: true,
      ...(templateId ? { id: templateId } : { eventType, channel, language }),
    },
    select: { subject: true, body: true },
  });
}

export async function listConfigurationRows(
  ctx: CompanyContext,
  { eventType, ids }: { eventType: string; ids: string[] },
) {
  return db(ctx).notificationConfiguration.findMany({
    where: { companyId: ctx.companyId, eventType, configurableId: { in: ids } },
    select: {
      configurableType: true,
      channel: true,
      fallbackChannel: true,
      isEnabled: true,
      retryCount: true,
      retryDelayMinutes: true,
      templateOverrideId: true,
    },
  });
}

/** Whether a business may switch this off; what nobody has registered always goes out. */
export async function canBeDisabled(ctx: CompanyContext, eventType: string): Promise<boolean> {
  const row = await db(ctx).notificationEventMapping.findFirst({
    where: { eventType },
    select: { canBeDisabled: true },
  });
  return row?.canBeDisabled ?? false;
}

/** What the provider calls it leads to the row. */
export async function findMessageIdAtProvider(ctx: CompanyContext, providerMessageId: string): Promise<string | null> {
  const where = { companyId: ctx.companyId, providerMessageId };
  return (await db(ctx).notificationQueue.findFirst({ where, select: { id: true } }))?.id ?? null;
}
