import type { TransactionContext } from "@/server/core/context";
import type { PolicyResult } from "@/server/policies/rules/verdict";
import type { AppointmentRow } from "../../repository/read";
import { insertFee } from "../repository";
import type { FeeKind } from "../schema";

/**
 * Writes down what a broken rule costs, as an open item of the customer; nobody is charged before a person releases it.
 * What a paid deposit covers is settled at once. Part of the step that broke the rule, which stands in the log.
 */
export async function openFee(
  tx: TransactionContext,
  { before, kind, policy }: { before: AppointmentRow; kind: FeeKind; policy: PolicyResult },
): Promise<void> {
  const { fee, reason } = policy;
  if (!fee || fee.amountCents === 0) return;
  const isCovered = fee.openCents === 0;
  await insertFee(tx, {
    appointmentId: before.id,
    customerId: before.customer.id,
    kind,
    amountCents: fee.amountCents,
    fromDepositCents: fee.fromDepositCents,
    currency: before.currency,
    reason: reason ?? kind,
    explanation: fee,
    createdAt: tx.now,
    ...(isCovered && { status: "paid", decidedAt: tx.now, decidedBy: { ...tx.actor }, decisionReason: "from_deposit" }),
  });
}
