import type { Prisma } from "@/server/core/generated/client";
import type { WebhookSource } from "../schema";

export interface SourceFigures {
  source: WebhookSource;
  received: number;
  processed: number;
  duplicate: number;
  rejected: number;
  failed: number;
  oldestWaitingAt: Date | null;
  lagP95Ms: number | null;
  lastReceivedAt: Date | null;
}

/** Whose deliveries: one company's, or the platform's over all of them. */
export interface Scope {
  tx: Prisma.TransactionClient;
  companyId: string | null;
}

/** What came since then, by where it came from. */
export async function measureSources({ tx, companyId }: Scope, since: Date): Promise<SourceFigures[]> {
  return tx.$queryRaw<SourceFigures[]>`
    SELECT source::text AS source,
      (count(*) FILTER (WHERE status = 'received'))::int AS received, (count(*) FILTER (WHERE status = 'processed'))::int AS processed,
      (count(*) FILTER (WHERE status = 'duplicate'))::int AS duplicate, (count(*) FILTER (WHERE status = 'rejected'))::int AS rejected,
      (count(*) FILTER (WHERE status = 'failed'))::int AS failed,
      min(received_at) FILTER (WHERE status = 'received') AS "oldestWaitingAt", max(received_at) AS "lastReceivedAt",
      round((percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM processed_at - received_at)::float8 * 1000)
        FILTER (WHERE processed_at IS NOT NULL AND retry_count = 0))::numeric)::int AS "lagP95Ms"
    FROM webhook_logs
    WHERE (${companyId}::uuid IS NULL OR company_id = ${companyId}::uuid) AND received_at >= ${since}::timestamptz
    GROUP BY source ORDER BY source`;
}
