import type { DepositView } from "@/server/appointments/deposits/schema";

/** What somebody may write down of a deposit; `return_anyway` is against the rule. */
export type DepositStep = "receive" | "return" | "return_anyway";

interface Standing {
  permissions: readonly string[];
}

/** What is possible now, for somebody with these permissions. */
export function depositSteps(deposit: DepositView, { permissions }: Standing): DepositStep[] {
  const may = (...wanted: string[]) => wanted.every((permission) => permissions.includes(permission));
  const { openCents, refundableCents, withheldCents } = deposit;
  // Both stand behind the door of payments.
  if (!may("take_payments")) return [];
  const steps: (DepositStep | false)[] = [
    openCents > 0 && "receive",
    refundableCents > 0 && may("refund_payments") && "return",
    withheldCents > 0 && may("refund_payments", "override_appointments") && "return_anyway",
  ];
  return steps.filter((step) => step !== false);
}

/** What goes with the step unless somebody says otherwise. */
export function usualCents({ openCents, refundableCents, withheldCents }: DepositView, step: DepositStep) {
  if (step === "receive") return openCents;
  return step === "return" ? refundableCents : refundableCents + withheldCents;
}
