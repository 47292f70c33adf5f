import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { findSessionRow, lockSession, type SessionRow } from "../repository/read";

/** The session as it stands, held still: nobody takes or leaves a place in it until the transaction ends. */
export async function requireSession(
  tx: TransactionContext,
  { classSessionId, version }: { classSessionId: string; version?: number | undefined },
): Promise<SessionRow> {
  await lockSession(tx, classSessionId);
  const row = await findSessionRow(tx, classSessionId);
  if (!row) throw notFound("class_session");
  if (version !== undefined && version !== row.version) {
    throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile", details: { version: row.version } });
  }
  return row;
}

/** One that still takes place and has not begun. */
export async function requireComingSession(
  tx: TransactionContext,
  which: { classSessionId: string; version?: number | undefined },
): Promise<SessionRow> {
  const row = await requireSession(tx, which);
  if (row.cancelledAt) throw new AppError({ code: "INVALID_TRANSITION", reason: "session_cancelled" });
  if (row.startsAt <= tx.now) throw new AppError({ code: "INVALID_TRANSITION", reason: "session_begun" });
  return row;
}
