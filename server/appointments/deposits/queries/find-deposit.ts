import type { TransactionContext } from "@/server/core/context";
import { getPolicy } from "@/server/policies/queries/get-policy";
import type { AppointmentDetailRow } from "../../repository/read";
import { policySubjectOf } from "../../rules/policy-subject";
import { depositOf, isDepositAsked } from "../rules";
import type { DepositView } from "../schema";

/** How an appointment's deposit stands by the rule that holds for it; null where none was asked for, and no rule is looked up. */
export async function findDeposit(tx: TransactionContext, row: AppointmentDetailRow): Promise<DepositView | null> {
  if (!isDepositAsked(row)) return null;
  const policy = await getPolicy(tx, { type: "deposit", ...policySubjectOf(row) });
  return depositOf(row, { fees: row.customerFees, policy });
}
