import type { PlatformTransaction } from "@/server/core/platform";

export interface FailedDelivery {
  id: string;
  source: string;
  eventType: string | null;
  companyId: string | null;
  receivedAt: Date;
  error: string | null;
}

/** Deliveries that a job gave up on, the oldest first: in the order in which things happened. */
export async function listFailedDeliveries({ tx, now }: PlatformTransaction, hours: number): Promise<FailedDelivery[]> {
  const since = new Date(now.getTime() - hours * 3_600_000);
  return tx.$queryRaw<FailedDelivery[]>`
    SELECT id, source::text, event_type AS "eventType", company_id AS "companyId", received_at AS "receivedAt", error_message AS error
    FROM webhook_logs WHERE status = 'failed' AND received_at >= ${since}::timestamptz ORDER BY received_at, id LIMIT 10000`;
}
