import { SHOWN_BY_THEIR_ROWS } from "@/server/analytics/rules/failed-jobs";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { MINUTE } from "@/server/core/time";
import type { WorkView } from "../schema";

/**
 * What should long be done, and what was given up: of each kind how many, and since when the oldest; the pages that
 * they lead to show the same: deliveries of today and the six days before, by the company's clock.
 */
export async function countWork(ctx: CompanyContext): Promise<WorkView[]> {
  const { companyId, now } = ctx;
  const due = new Date(now.getTime() - MINUTE);
  return db(ctx).$queryRaw<WorkView[]>`
    SELECT kind, (count(*) FILTER (WHERE NOT is_over))::int AS waiting, (count(*) FILTER (WHERE is_over))::int AS failed,
      min(since) FILTER (WHERE NOT is_over) AS "waitingSince", min(since) FILTER (WHERE is_over) AS "failedSince"
    FROM (
      SELECT 'messages' AS kind, status = 'failed' AS is_over, COALESCE(failed_at, scheduled_for) AS since FROM notification_queue
        WHERE company_id = ${companyId}::uuid AND event_type <> 'verification_code'
          AND (status = 'failed' OR (status IN ('pending', 'scheduled', 'sending') AND scheduled_for < ${due}))
      UNION ALL
      SELECT 'appointments', calcom_sync_status = 'failed', updated_at FROM appointments
        WHERE company_id = ${companyId}::uuid AND (calcom_sync_status = 'failed' OR (calcom_sync_status = 'pending' AND updated_at < ${due}))
      UNION ALL
      SELECT 'deliveries', status = 'failed', received_at FROM webhook_logs
        WHERE company_id = ${companyId}::uuid AND received_at >= (SELECT (date_trunc('day', ${now}::timestamptz AT TIME ZONE c.timezone) - interval '6 days') AT TIME ZONE c.timezone
            FROM companies c WHERE c.id = ${companyId}::uuid)
          AND (status = 'failed' OR (status = 'received' AND received_at < ${due}))
      UNION ALL
      SELECT 'events', false, created_at FROM outbox_events
        WHERE company_id = ${companyId}::uuid AND published_at IS NULL AND created_at < ${due}
    ) work GROUP BY kind
    UNION ALL
    SELECT 'jobs', 0, failed, NULL, since FROM failed_jobs(${SHOWN_BY_THEIR_ROWS})`;
}
