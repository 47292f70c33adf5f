import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** Whoever reminds of the same appointment at the same time waits, and then sees that it was done. */
export async function lockReminders(ctx: CompanyContext, appointmentId: string): Promise<void> {
  await db(ctx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reminder:${appointmentId}`}, 0))`;
}

/** When the customer was reminded last, or is just being reminded. */
export async function findLastReminder(ctx: CompanyContext, appointmentId: string): Promise<Date | null> {
  const row = await db(ctx).notificationQueue.findFirst({
    where: {
      companyId: ctx.companyId,
      appointmentId,
      eventType: { in: ["reminder", "reminder_24h"] },
      status: { in: ["pending", "sending", "sent", "delivered"] },
      scheduledFor: { lte: ctx.now },
    },
    select: { scheduledFor: true, sentAt: true },
    orderBy: [{ scheduledFor: "desc" }, { id: "desc" }],
  });
  return row ? (row.sentAt ?? row.scheduledFor) : null;
}
