import { hoursBetween } from "@/server/core/time";
import type { CancellationPolicy, DepositPolicy, NoShowPolicy, ReschedulePolicy, ViolationAction } from "../schema";
import { refundableDepositCents } from "./deposit";
import { feeFor } from "./fee";
import { type FeeExplanation, FINE, type PolicyResult } from "./verdict";

export interface JudgedAppointment {
  startsAt: Date;
  priceCents: number;
  moveCount: number;
  /** What of a deposit has come in, whatever was asked for, and what of it went back: nothing is taken from that any more. */
  depositPaidCents: number | null;
  depositReturnedCents?: number | null;
  /** What earlier fees, that were not let go, have taken of it. */
  depositKeptCents?: number;
}

interface Facts {
  appointment: JudgedAppointment;
  now: Date;
  /** The warning was read out and accepted. */
  isConfirmed: boolean;
  /** Somebody with the right to it decides against the rule, and has said so. */
  overrides: boolean;
  /** Somebody with the right to decide otherwise lets the fee go. */
  waivesFee: boolean;
}

const depositPaid = ({ depositPaidCents, depositReturnedCents, depositKeptCents = 0 }: JudgedAppointment): number =>
  Math.max(0, (depositPaidCents ?? 0) - (depositReturnedCents ?? 0) - depositKeptCents);

/** May it be cancelled, what does it cost, what goes back, and why; a warning needs a yes, a block somebody who decides against it. */
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
  const { minHoursNotice, violationAction: action } = policy;
  const isTooOften = appointment.moveCount >= policy.maxPerBooking;
  const isLate = hoursBetween(now, appointment.startsAt) < minHoursNotice;
  if (!isTooOften && !isLate) return { ...FINE, minHoursNotice };
  const reason = isTooOften ? "moved_too_often" : "short_notice";
  // The deposit stays with the appointment, which still takes place.
  const fee = feeFor(feeTerms, { priceCents: appointment.priceCents });
  return { ...violation({ ...facts, action, reason, fee }), minHoursNotice };
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

function violation({ action, reason, fee, isConfirmed, overrides, waivesFee }: Violation): PolicyResult {
  const broken = { ...FINE, isViolation: true, reason, action };
  if (action === "block") return { ...broken, isAllowed: overrides };
  const cost = action === "charge_fee" ? charged(fee, waivesFee) : {};
  return { ...broken, ...cost, isAllowed: isConfirmed, needsConfirmation: !isConfirmed };
}

function charged(
  fee: FeeExplanation | null,
  isWaived: boolean,
): Pick<PolicyResult, "feeCents" | "fee" | "isFeeWaived"> {
  if (fee === null || fee.amountCents === 0) return { feeCents: 0, fee: null, isFeeWaived: false };
  if (isWaived) return { feeCents: 0, fee: null, isFeeWaived: true };
  return { feeCents: fee.amountCents, fee, isFeeWaived: false };
}
