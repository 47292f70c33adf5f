import type { TransactionContext } from "@/server/core/context";
import { getPolicy } from "@/server/policies/queries/get-policy";
import type { AppointmentRow } from "../../repository/read";
import { policySubjectOf } from "../../rules/policy-subject";
import { goesBack } from "../rules";

interface Cancellation {
  before: AppointmentRow;
  /** When they cancelled, where we only heard of it later. */
  happenedAt?: Date | undefined;
}

/** Whether what has come in goes back, by the rule that holds now that it is cancelled; null where nothing has come in. */
export async function findGoesBack(
  tx: TransactionContext,
  { before: row, happenedAt = tx.now }: Cancellation,
): Promise<boolean | null> {
  if (!row.depositPaidCents) return null;
  const policy = await getPolicy(tx, { type: "deposit", ...policySubjectOf(row) });
  return goesBack({ status: "cancelled", startsAt: row.startsAt, cancelledAt: happenedAt }, policy);
}
