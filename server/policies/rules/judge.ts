import { hoursBetween } from "@/server/core/time";
import type { CancellationPolicy, DepositPolicy, NoShowPolicy, ReschedulePolicy, ViolationAction } from "../schema";
import { refundableDepositCents } from "./deposit";
import { feeFor } from "./fee";
import { type FeeExplanation, FINE, type PolicyResult } from "./verdict";

export interface JudgedAppointment {
  startsAt: Date;
  priceCents: number;
  moveCount: number;
  depositCents: number | null;
  depositPaidAt: Date | null;
}

interface Facts {
  appointment: JudgedAppointment;
  now: Date;
  /** The warning was read out and accepted. */
  isConfirmed: boolean;
  /** Somebody with the right to decide otherwise. */
  mayOverride: boolean;
  /** The one with that right lets the fee go. */
  waivesFee?: boolean;
}

const depositPaid = ({ depositCents, depositPaidAt }: JudgedAppointment): number =>
  depositPaidAt === null ? 0 : (depositCents ?? 0);

/** May it be cancelled, what does it cost, what goes back, and why; a warning needs a yes, a block a person who may override. */
export function judgeCancellation(
  facts: Facts & { policy: CancellationPolicy; depositPolicy: DepositPolicy; cancellationsThisMonth: number },
): PolicyResult {
  const { appointment, policy, now, cancellationsThisMonth } = facts;
  const { minHoursNotice, maxFreePerMonth } = policy;
  const freeLeft = maxFreePerMonth === null ? null : Math.max(0, maxFreePerMonth - cancellationsThisMonth);
  const isLate = hoursBetween(now, appointment.startsAt) < minHoursNotice;
  const depositPaidCents = depositPaid(appointment);
  const back = refundableDepositCents(facts.depositPolicy, { depositPaidCents, startsAt: appointment.startsAt, now });
  const known = { freeLeft, minHoursNotice };
  if (!isLate && freeLeft !== 0) return { ...FINE, ...known, refundableCents: back };
  const reason = isLate ? "short_notice" : "too_many_cancellations";
  const fee = feeFor(policy, { priceCents: appointment.priceCents, depositPaidCents });
  const result = violation({ ...facts, action: policy.violationAction, reason, fee });
  const kept = result.fee?.fromDepositCents ?? 0;
  return { ...result, ...known, refundableCents: Math.max(0, back - kept) };
}

/** May it move: not too late, not too often. Where a late move costs something, it is what a late cancellation costs. */
export function judgeReschedule(
  facts: Facts & { policy: ReschedulePolicy; feeTerms: Pick<CancellationPolicy, "feeCents" | "feePercent"> },
): PolicyResult {
  const { appointment, policy, now, feeTerms } = facts;
  const { minHoursNotice } = policy;
  if (appointment.moveCount >= policy.maxPerBooking) {
    const tooOften = violation({ ...facts, action: "block", reason: "moved_too_often", fee: null });
    return { ...tooOften, minHoursNotice };
  }
  if (hoursBetween(now, appointment.startsAt) >= minHoursNotice) return { ...FINE, minHoursNotice };
  // The deposit stays with the appointment, which still takes place.
  const fee = feeFor(feeTerms, { priceCents: appointment.priceCents });
  return { ...violation({ ...facts, action: policy.violationAction, reason: "short_notice", fee }), minHoursNotice };
}

/** What staying away costs. Whoever marks it has seen it: there is nobody left to ask. */
export function judgeNoShow(facts: {
  appointment: JudgedAppointment;
  policy: NoShowPolicy;
  waivesFee?: boolean;
}): PolicyResult {
  const { appointment, policy, waivesFee = false } = facts;
  const terms = { priceCents: appointment.priceCents, depositPaidCents: depositPaid(appointment) };
  const fee = feeFor(policy, terms);
  const result = { ...FINE, isViolation: true, reason: "no_show", action: "charge_fee" as const };
  return { ...result, ...charged(fee, waivesFee) };
}

interface Violation extends Facts {
  action: ViolationAction;
  reason: string;
  fee: FeeExplanation | null;
}

function violation({ action, reason, fee, isConfirmed, mayOverride, waivesFee = false }: Violation): PolicyResult {
  const broken = { ...FINE, isViolation: true, reason, action };
  if (action === "block") return { ...broken, isAllowed: mayOverride };
  const isAllowed = isConfirmed || mayOverride;
  const cost = action === "charge_fee" ? charged(fee, waivesFee && mayOverride) : {};
  return { ...broken, ...cost, isAllowed, needsConfirmation: !isAllowed };
}

function charged(
  fee: FeeExplanation | null,
  isWaived: boolean,
): Pick<PolicyResult, "feeCents" | "fee" | "isFeeWaived"> {
  if (fee === null || fee.amountCents === 0) return { feeCents: 0, fee: null, isFeeWaived: false };
  if (isWaived) return { feeCents: 0, fee: null, isFeeWaived: true };
  return { feeCents: fee.amountCents, fee, isFeeWaived: false };
}
