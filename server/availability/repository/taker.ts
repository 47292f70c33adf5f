import type { TransactionContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

interface Stretch {
  staffIds: readonly string[];
  from: Date;
  until: Date;
  /** Its own time is nobody else's. */
  besides: string | null;
}

/** The first appointment that these people have in that time, of those that whoever asks may see. */
export async function findTaker(tx: TransactionContext, { staffIds, from, until, besides }: Stretch) {
  const { branchIds = [], staffId = null } = tx.restriction ?? {};
  const [row] = await ask<{ id: string }>(
    tx,
    Prisma.sql`
    SELECT a.id FROM staff_occupancies o JOIN appointments a ON a.company_id = o.company_id AND a.id = o.appointment_id
    WHERE o.company_id = ${tx.companyId}::uuid AND o.staff_id = ANY (${staffIds}::uuid[])
      AND o.blocked_from < ${until}::timestamptz AND o.blocked_until > ${from}::timestamptz
      AND a.id IS DISTINCT FROM ${besides}::uuid
      AND (cardinality(${branchIds}::uuid[]) = 0 OR a.branch_id = ANY (${branchIds}::uuid[]))
      AND (${staffId}::uuid IS NULL OR a.staff_id = ${staffId}::uuid)
    ORDER BY o.blocked_from, a.id LIMIT 1`,
  );
  return row?.id ?? null;
}
