import { type PolicyResult, policyResult } from "@/server/appointments/schema";
import type { AppError } from "@/server/core/errors";
import type { Voice } from "./say/voice";

export const toPolicyAnswer = ({ isAllowed, isViolation, feeCents, reason }: PolicyResult) => ({
  allowed: isAllowed,
  violation: isViolation,
  fee_cents: feeCents,
  reason,
});

/** The policy's verdict inside a refusal, or null when it was refused for another reason. */
export function policyOf(refusal: AppError): PolicyResult | null {
  if (refusal.code !== "POLICY_BLOCKED") return null;
  return policyResult.safeParse(refusal.details?.policy).data ?? null;
}

export function sayWhy({ say }: Voice, reason: string | null): string {
  return (reason && say.policyReasons[reason]) || say.policyReason;
}

/** What it costs and why this much; null where it costs nothing. */
export function sayFee(voice: Voice, { feeCents, fee }: Pick<PolicyResult, "feeCents" | "fee">): string | null {
  if (feeCents === 0) return null;
  const amount = voice.money(feeCents);
  if (fee?.basis !== "percent" || fee.percent === null) return amount;
  return voice.say.share({ fee: amount, percent: fee.percent });
}

export const sayAmount = (voice: Voice, cents: number): string | null => (cents > 0 ? voice.money(cents) : null);
