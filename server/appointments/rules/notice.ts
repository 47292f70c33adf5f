import { hoursBetween } from "@/server/core/time";
import type { CancellationPolicy, ReschedulePolicy } from "@/server/policies/schema";
import type { PolicyResult } from "../schema";

interface NoticeFacts {
  appointment: { startsAt: Date; priceCents: number; moveCount: number };
  now: Date;
  /** The warning was read out and accepted. */
  isConfirmed: boolean;
  /** Somebody with the right to decide otherwise. */
  mayOverride: boolean;
}

const FINE: PolicyResult = { isAllowed: true, isViolation: false, feeCents: 0, reason: null, needsConfirmation: false };

/** May it be cancelled, what does it cost, and why; a warning needs a yes, a block a person who may override. */
export function judgeCancellation(
  facts: NoticeFacts & { policy: CancellationPolicy; cancellationsThisMonth: number },
): PolicyResult {
  const { appointment, policy, now } = facts;
  const isLate = hoursBetween(now, appointment.startsAt) < policy.minHoursNotice;
  const isTooOften = facts.cancellationsThisMonth >= policy.maxFreePerMonth && policy.violationAction !== "warn";
  if (!isLate && !isTooOften) return FINE;
  const feeCents = policy.feeCents + Math.round((appointment.priceCents * policy.feePercent) / 100);
  const reason = isLate ? "short_notice" : "too_many_cancellations";
  return violation({ ...facts, action: policy.violationAction, reason, feeCents });
}

/** May it move: not too late, not too often. */
export function judgeReschedule(facts: NoticeFacts & { policy: ReschedulePolicy }): PolicyResult {
  const { appointment, policy, now } = facts;
  if (appointment.moveCount >= policy.maxPerBooking) {
    return violation({ ...facts, action: "block", reason: "moved_too_often", feeCents: 0 });
  }
  if (hoursBetween(now, appointment.startsAt) >= policy.minHoursNotice) return FINE;
  return violation({ ...facts, action: policy.violationAction, reason: "short_notice", feeCents: 0 });
}

interface Violation extends NoticeFacts {
  action: CancellationPolicy["violationAction"];
  reason: string;
  feeCents: number;
}

function violation({ action, reason, feeCents, isConfirmed, mayOverride }: Violation): PolicyResult {
  const fee = action === "charge_fee" ? feeCents : 0;
  if (action === "block") {
    return { isAllowed: mayOverride, isViolation: true, feeCents: 0, reason, needsConfirmation: false };
  }
  const isAllowed = isConfirmed || mayOverride;
  return { isAllowed, isViolation: true, feeCents: fee, reason, needsConfirmation: !isAllowed };
}
