import type { FeeExplanation, PolicyResult } from "@/server/policies/rules/verdict";
import type { Text } from "../shared/use-text";

interface Words {
  /** `useText("fees")` */
  text: Text;
  money: (cents: number) => string;
}

/** What somebody hears first. A step that has no question to it (staying away) just has its price. */
export function headlineOf(policy: PolicyResult, { text, money }: Words): string {
  if (policy.isFeeWaived) return text("verdict.waived");
  if (policy.reason === "no_show")
    return policy.feeCents > 0 ? text("verdict.fee", { fee: money(policy.feeCents) }) : text("verdict.noFee");
  if (!policy.isViolation) return text("verdict.free");
  if (policy.action === "charge_fee" && policy.feeCents > 0)
    return text("verdict.charge_fee", { fee: money(policy.feeCents) });
  return text(policy.action === "block" ? "verdict.block" : "verdict.warn");
}

/** Why, sentence by sentence: the rule that was broken, how the fee comes about, what happens to a deposit. */
export function reasonsOf(policy: PolicyResult, { text, money }: Words): string[] {
  const { reason, fee, refundableCents, freeLeft, minHoursNotice } = policy;
  const why =
    reason && text.has(`verdict.reasons.${reason}`)
      ? [text(`verdict.reasons.${reason}`, { hours: minHoursNotice ?? 0 })]
      : [];
  const how = fee ? explainFee(fee, { text, money }) : [];
  const back = refundableCents > 0 ? [text("verdict.refund", { amount: money(refundableCents) })] : [];
  const left = freeLeft === null ? [] : [text("verdict.freeLeft", { count: freeLeft })];
  return [...why, ...how, ...back, ...left];
}

/** How an amount comes about, and what a deposit has covered of it. */
export function explainFee(fee: FeeExplanation, { text, money }: Words): string[] {
  const amount = money(fee.amountCents);
  const how =
    fee.basis === "percent"
      ? text("verdict.percent", { percent: fee.percent ?? 0, price: money(fee.priceCents), amount })
      : text("verdict.fixed", { amount });
  if (fee.fromDepositCents === 0) return [how];
  return [how, text("verdict.fromDeposit", { amount: money(fee.fromDepositCents), open: money(fee.openCents) })];
}
