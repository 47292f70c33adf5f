import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findFallbackPhones } from "../repository";

/** Where the callers of each branch are put through to when nothing else works. */
export async function listFallbackPhones(ctx: CompanyContext) {
  return transact(ctx, (tx) => findFallbackPhones(tx));
}
