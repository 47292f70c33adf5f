import type { ActivityHead } from "@/server/core/activity-entry";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** An entry as it stands in the table. */
export interface ChainEntry extends Omit<ActivityHead, "occurred_at"> {
  sequence: bigint;
  occurred_at: Date;
  actor_kind: string | null;
  old_values: unknown;
  new_values: unknown;
  salt: string | null;
  canonical: string;
  previous_hash: string;
  hash: string;
}

export interface ChainHead {
  sequence: bigint;
  hash: string;
}

export async function findHead(ctx: CompanyContext): Promise<ChainHead | null> {
  const where = { companyId: ctx.companyId };
  return db(ctx).auditHead.findFirst({ where, select: { sequence: true, hash: true } });
}

/** The next entries in the chain's order; from the very first when `after` is null. */
export async function listChainEntries(
  ctx: CompanyContext,
  { after, limit }: { after: bigint | null; limit: number },
): Promise<ChainEntry[]> {
  return db(ctx).$queryRaw<ChainEntry[]>`
    SELECT id, company_id, sequence, log_name, action, subject_type, subject_id, actor, actor_kind, old_values, new_values, salt,
      values_digest, ip, user_agent, request_id, occurred_at, canonical, previous_hash, hash
    FROM activity_logs
    WHERE company_id = ${ctx.companyId}::uuid AND (${after}::bigint IS NULL OR sequence > ${after}::bigint)
    ORDER BY sequence LIMIT ${limit}`;
}
