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

export const sayFee = (voice: Voice, feeCents: number): string | null => (feeCents > 0 ? voice.money(feeCents) : null);
