import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { findDetailRow, type StaffDetailRow } from "../repository/profiles";

/** The person as they stand; NOT_FOUND for another company's or branch's, VERSION_CONFLICT for an edit of an older state. */
export async function requireStaff(
  tx: TransactionContext,
  { staffId, version }: { staffId: string; version?: number | undefined },
): Promise<StaffDetailRow> {
  const row = await findDetailRow(tx, staffId);
  if (!row) throw notFound("staff");
  if (version !== undefined && version !== row.version) {
    throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile", details: { version: row.version } });
  }
  return row;
}
