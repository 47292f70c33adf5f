import type { TransactionContext } from "@/server/core/context";
import { convertHold } from "../repository/occupancy";

/** Turns an offered slot into the appointment's time and frees the call's other offers; false when the hold has expired. */
export async function claimHold(
  tx: TransactionContext,
  claim: { holdId: string; position: number; appointmentId: string },
): Promise<boolean> {
  return (await convertHold(tx, claim)) > 0;
}
