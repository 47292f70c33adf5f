import { type TransactionContext, userIdOf } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { findOwnRow, type StaffDetailRow } from "../repository/profiles";

/** Whom of the staff the signed-in person is; NOT_FOUND for somebody who is none. */
export async function requireOwnProfile(
  tx: TransactionContext,
  { version }: { version?: number | undefined },
): Promise<StaffDetailRow> {
  const userId = userIdOf(tx);
  const row = userId ? await findOwnRow(tx, userId) : null;
  if (!row) throw notFound("own_staff");
  if (version !== undefined && version !== row.version) {
    throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile", details: { version: row.version } });
  }
  return row;
}
