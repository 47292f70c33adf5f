import type { Prisma } from "@/server/core/generated/client";
import type { HealthMetrics, ProviderHealth } from "../schema";

/** Whose figures: one company's, or the platform's over all of them. */
export interface Scope {
  tx: Prisma.TransactionClient;
  now: Date;
  companyId: string | null;
  /** Whose day it is. */
  timezone: string;
}

type Counts = Omit<HealthMetrics, "queue_jobs_pending">;

export async function countActivity({ tx, now, companyId, timezone }: Scope): Promise<Counts> {
  const [row] = await tx.$queryRaw<Counts[]>`
    WITH today AS (SELECT date_trunc('day', ${now}::timestamptz, ${timezone}) AS begins,
      date_trunc('day', ${now}::timestamptz, ${timezone}) + interval '1 day' AS ends)
    SELECT
      (SELECT count(*)::int FROM calls, today WHERE (${companyId}::uuid IS NULL OR company_id = ${companyId}::uuid)
        AND started_at >= begins AND started_at < ends) AS calls_today,
      (SELECT count(*)::int FROM appointments, today WHERE (${companyId}::uuid IS NULL OR company_id = ${companyId}::uuid)
        AND starts_at >= begins AND starts_at < ends AND status <> 'cancelled') AS appointments_today,
      (SELECT count(DISTINCT customer_id)::int FROM appointments WHERE (${companyId}::uuid IS NULL OR company_id = ${companyId}::uuid)
        AND starts_at >= ${now}::timestamptz - interval '365 days' AND status <> 'cancelled') AS customers_active`;
  if (!row) throw new Error("a count without an answer");
  return row;
}

interface ProviderRow {
  provider: string;
  status: ProviderHealth["status"];
  lastSuccessAt: Date | null;
}

/** How each provider stands: over several companies the worst of them, and the latest success. */
export async function findProviders({ tx, companyId }: Scope): Promise<ProviderRow[]> {
  return tx.$queryRaw<ProviderRow[]>`
    SELECT provider::text, max(last_success_at) AS "lastSuccessAt", (array_agg(status::text ORDER BY status DESC))[1] AS status
    FROM integrations WHERE (${companyId}::uuid IS NULL OR company_id = ${companyId}::uuid) AND status <> 'disabled'
    GROUP BY provider`;
}

export async function findLastCall({ tx, companyId }: Scope): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT max(started_at) AS at FROM calls WHERE ${companyId}::uuid IS NULL OR company_id = ${companyId}::uuid`;
  return row?.at ?? null;
}
