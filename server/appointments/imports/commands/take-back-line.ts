import type { TransactionContext } from "@/server/core/context";
import { deleteCustomer } from "@/server/customers/commands/delete-customer";
import { hasOtherTraces, type LineOutcome, type TakenLine } from "../repository/lines";
import { discardDraft } from "./discard-draft";

/** Lets what a line made vanish if nobody has touched it, and the customer who came with it if there is nothing else of them. */
export async function takeBackLine(tx: TransactionContext, line: TakenLine): Promise<LineOutcome> {
  const { appointmentId, customerId, hasNewCustomer } = line;
  if (!appointmentId || !(await discardDraft(tx, { appointmentId }))) return { state: "kept" };
  if (hasNewCustomer && customerId && !(await hasOtherTraces(tx, customerId))) await deleteCustomer(tx, { customerId });
  return { state: "undone", appointmentId: null };
}
