import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listEntriesAbout, listLogParts } from "../repository/erase";

/** How many entries say something about these rows that could still be forgotten. */
export async function countEntriesAbout(ctx: CompanyContext, ids: string[]): Promise<number> {
  let count = 0;
  for (const part of await transact(ctx, listLogParts))
    count += (await transact(ctx, (tx) => listEntriesAbout(tx, ids, part))).length;
  return count;
}
