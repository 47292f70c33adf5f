import { newId } from "@/server/core/ids";
import type { PlatformTransaction } from "@/server/core/platform";

export interface FailedDelivery {
  id: string;
  source: string;
  eventType: string | null;
  companyId: string | null;
  receivedAt: Date;
  error: string | null;
  /** The event that it became, when it became one: only then is there something to try again. */
  outboxName: string | null;
}

/** Deliveries that a job gave up on, the oldest first: in the order in which things happened. */
export async function listFailedDeliveries({ tx, now }: PlatformTransaction, hours: number): Promise<FailedDelivery[]> {
  const since = new Date(now.getTime() - hours * 3_600_000);
  return tx.$queryRaw<FailedDelivery[]>`
    SELECT w.id, w.source::text, w.event_type AS "eventType", w.company_id AS "companyId", w.received_at AS "receivedAt", w.error_message AS error,
      (SELECT o.name FROM outbox_events o WHERE o.company_id = w.company_id AND o.payload ->> 'deliveryId' = w.id::text
       AND o.created_at >= w.received_at - interval '1 minute' LIMIT 1) AS "outboxName"
    FROM webhook_logs w WHERE w.status = 'failed' AND w.received_at >= ${since}::timestamptz ORDER BY w.received_at, w.id LIMIT 10000`;
}

/** As if it had just come in: the job finds it unprocessed, and the event is published once more. */
export async function queueAgain({ tx }: PlatformTransaction, deliveryId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_logs SET status = 'received', error_message = NULL, processed_at = NULL, retry_count = retry_count + 1
    WHERE id = ${deliveryId}::uuid AND status = 'failed'`;
  await tx.$executeRaw`
    INSERT INTO outbox_events (id, company_id, name, payload)
    SELECT ${newId()}::uuid, company_id, name, payload FROM outbox_events WHERE payload ->> 'deliveryId' = ${deliveryId}
      AND company_id = (SELECT company_id FROM webhook_logs WHERE id = ${deliveryId}::uuid) LIMIT 1`;
}
