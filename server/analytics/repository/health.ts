import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { DAY, MINUTE } from "@/server/core/time";
import { SHOWN_BY_THEIR_ROWS } from "../rules/failed-jobs";
import type { SystemHealth } from "../schema";

export async function listIntegrations(ctx: CompanyContext): Promise<SystemHealth["integrations"]> {
  return db(ctx).integration.findMany({
    where: { companyId: ctx.companyId, status: { not: "disabled" } },
    select: { provider: true, status: true, lastSuccessAt: true, lastError: true },
    orderBy: { provider: "asc" },
  });
}

type Waiting = Omit<SystemHealth, "integrations" | "calcomDrift">;

export async function countWaiting(ctx: CompanyContext): Promise<Waiting> {
  const now = ctx.now.getTime();
  const [row] = await db(ctx).$queryRaw<Waiting[]>`
    SELECT
      (SELECT count(*)::int FROM notification_queue WHERE company_id = ${ctx.companyId}::uuid AND status = 'failed'
        AND failed_at >= ${new Date(now - 7 * DAY)}) AS "failedMessages",
      (SELECT count(*)::int FROM notification_queue WHERE company_id = ${ctx.companyId}::uuid
        AND status IN ('pending', 'scheduled', 'sending') AND scheduled_for < ${new Date(now - MINUTE)}) AS "waitingMessages",
      (SELECT count(*)::int FROM outbox_events WHERE company_id = ${ctx.companyId}::uuid AND published_at IS NULL
        AND created_at < ${new Date(now - MINUTE)}) AS "stuckEvents",
      (SELECT failed FROM failed_jobs(${SHOWN_BY_THEIR_ROWS})) AS "failedJobs",
      (SELECT count(*)::int FROM appointments WHERE company_id = ${ctx.companyId}::uuid
        AND calcom_sync_status IN ('pending', 'failed') AND updated_at < ${new Date(now - MINUTE)}) AS "unsyncedAppointments"`;
  if (!row) throw new Error("a count without an answer");
  return row;
}
