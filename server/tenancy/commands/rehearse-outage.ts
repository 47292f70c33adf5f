import type { TransactionContext } from "@/server/core/context";
import { writeOutage } from "../repository";

// Not audited: it is for rehearsals, nothing of it stays.
/** Takes away what every function on the telephone looks for first, so that a rehearsal shows what a caller meets then. */
export async function rehearseOutage(
  tx: TransactionContext,
  outage: { branchId: string; fallbackPhone: string | null },
): Promise<void> {
  await writeOutage(tx, outage);
}
