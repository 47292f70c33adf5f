import type { TransactionContext } from "@/server/core/context";
import { deleteCallHold } from "../repository/holds";

/** Frees what a call still holds: it ended, or the caller decided otherwise. */
export async function releaseHold(tx: TransactionContext, { callId }: { callId: string }): Promise<void> {
  await deleteCallHold(tx, callId);
}
