import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findApiKey } from "../repository/connection";
import { countUnwrittenRows } from "../repository/unwritten";
import type { Unwritten } from "../schema";

/** How many appointments to come are older than the connection and stand only here; none where nothing is connected. */
export async function countUnwritten(ctx: CompanyContext): Promise<Unwritten> {
  return transact(ctx, async (tx) => ({ count: (await findApiKey(tx)) ? await countUnwrittenRows(tx) : 0 }));
}
