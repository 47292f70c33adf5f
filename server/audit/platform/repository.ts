import type { PlatformTransaction } from "@/server/core/platform";
import type { ChainEntry, ChainHead } from "../repository/chain";
import type { NamedRow, Names } from "../repository/names";

/** The platform's own chain: entries without a company, and a head with the id of none. */
const NO_COMPANY = "00000000-0000-0000-0000-000000000000";

export async function findPlatformHead({ tx }: PlatformTransaction): Promise<ChainHead | null> {
  return tx.auditHead.findUnique({ where: { companyId: NO_COMPANY }, select: { sequence: true, hash: true } });
}

export async function listPlatformEntries(
  { tx }: PlatformTransaction,
  { after, limit }: { after: bigint | null; limit: number },
): Promise<ChainEntry[]> {
  return tx.$queryRaw<ChainEntry[]>`
    SELECT id, company_id, sequence, log_name, action, subject_type, subject_id, actor, actor_kind, old_values, new_values, salt,
      values_digest, ip, user_agent, request_id, occurred_at, canonical, previous_hash, hash
    FROM activity_logs WHERE company_id IS NULL AND (${after}::bigint IS NULL OR sequence > ${after}::bigint)
    ORDER BY sequence LIMIT ${limit}`;
}

/** The names of tenants, companies and people, by id. */
export async function findPlatformNames({ tx }: PlatformTransaction, rows: NamedRow[]): Promise<Names> {
  const ids = (type: string) => ({ id: { in: rows.filter((row) => row.type === type).map(({ id }) => id) } });
  const select = { id: true, name: true } as const;
  const tenants = await tx.tenant.findMany({ where: ids("tenant"), select });
  const companies = await tx.company.findMany({ where: ids("company"), select });
  const users = await tx.user.findMany({ where: ids("user"), select });
  return new Map([...tenants, ...companies, ...users].map(({ id, name }) => [id, name]));
}
