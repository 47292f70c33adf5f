import { countEntriesAbout } from "@/server/audit/queries/count-entries-about";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { ErasedLog, EraseLogInput } from "../schema";
import { listRowsOf } from "./list-rows-of";

/** How many entries would lose their values. */
export async function countLogOf(ctx: CompanyContext, input: EraseLogInput): Promise<ErasedLog> {
  const subjects = await transact(ctx, (tx) => listRowsOf(tx, input));
  const ids = subjects.map(({ id }) => id);
  return { entries: await countEntriesAbout(ctx, ids) };
}
