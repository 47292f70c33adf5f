import type { TransactionContext } from "@/server/core/context";
import type { CalcomPlace } from "../commands/write-calcom-place";
import { findCalcomPlace } from "../repository";

export async function readCalcomPlace(tx: TransactionContext): Promise<CalcomPlace> {
  return findCalcomPlace(tx);
}
