import { eraseAuditValues } from "@/server/audit/commands/erase-values";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listRowsOf } from "../queries/list-rows-of";
import type { ErasedLog, EraseLogInput } from "../schema";

/**
 * Forgets what the log says about a person: the values of every entry about them, about what belongs to them, or that names
 * them. That something happened, when and by whom stays, and the chain stays valid. The person's own rows are not touched.
 */
export async function eraseLog(ctx: CompanyContext, input: EraseLogInput): Promise<ErasedLog> {
  // Not audited: eraseAuditValues writes the entry about the erasure.
  const subjects = await transact(ctx, (tx) => listRowsOf(tx, input));
  return { entries: await eraseAuditValues(ctx, { subjects, reason: input.reason }) };
}
