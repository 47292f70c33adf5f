import type { TransactionContext } from "@/server/core/context";
import { sumTakenFromDeposit } from "../../fees/repository";
import type { AppointmentRow } from "../../repository/read";

/** An appointment as a rule judges it: with what earlier fees have taken of its deposit, which no later one takes again. */
export async function judgedWithDeposit(tx: TransactionContext, row: AppointmentRow) {
  return { ...row, depositKeptCents: row.depositPaidCents ? await sumTakenFromDeposit(tx, row.id) : 0 };
}
