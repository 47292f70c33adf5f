import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeCancellation, judgeNoShow, judgeReschedule } from "@/server/policies/rules/judge";
import { bookingTermsOf, judgeBooking } from "@/server/policies/rules/judge-booking";
import { POLICY_DEFAULTS, type ViolationAction } from "@/server/policies/schema";

const startsAt = new Date("2026-12-02T09:00:00Z");
const appointment = { startsAt, priceCents: 2900, moveCount: 0, depositPaidCents: null };
const at = (hoursBefore: number) => new Date(startsAt.getTime() - hoursBefore * 3_600_000);
const depositPolicy = { percent: null, cents: null, refundableUntilHours: 24 };
const policy = {
  minHoursNotice: 24,
  feeCents: null,
  feePercent: 50,
  maxFreePerMonth: 2,
  violationAction: "charge_fee" as const,
};
const asked = { isConfirmed: false, overrides: false, waivesFee: false };
const facts = { appointment, ...asked, depositPolicy, policy, cancellationsThisMonth: 0 };

describe("cancelling", () => {
  it("is free in time, to the minute", () => {
    expect(judgeCancellation({ ...facts, now: at(24) })).toMatchObject({
      isAllowed: true,
      isViolation: false,
      feeCents: 0,
      freeLeft: 2,
    });
    expect(judgeCancellation({ ...facts, now: at(23.99) })).toMatchObject({
      isViolation: true,
      reason: "short_notice",
    });
  });

  it("says what it costs and why before it happens", () => {
    expect(judgeCancellation({ ...facts, now: at(1) })).toMatchObject({
      isAllowed: false,
      needsConfirmation: true,
      feeCents: 1450,
      fee: { basis: "percent", percent: 50, priceCents: 2900, amountCents: 1450, fromDepositCents: 0, openCents: 1450 },
    });
    expect(judgeCancellation({ ...facts, now: at(1), isConfirmed: true })).toMatchObject({
      isAllowed: true,
      feeCents: 1450,
    });
  });

  it("is no longer free when the month's free ones are used up", () => {
    const third = { ...facts, now: at(100), cancellationsThisMonth: 2 };
    expect(judgeCancellation(third)).toMatchObject({
      isViolation: true,
      reason: "too_many_cancellations",
      freeLeft: 0,
    });
    const unlimited = { ...policy, maxFreePerMonth: null };
    expect(judgeCancellation({ ...third, policy: unlimited })).toMatchObject({ isViolation: false, freeLeft: null });
  });

  it("takes the fee from a deposit first, and gives back the rest only in time", () => {
    const paid = { ...appointment, depositPaidCents: 2000 };
    const late = judgeCancellation({ ...facts, appointment: paid, now: at(1), isConfirmed: true });
    expect(late).toMatchObject({ fee: { fromDepositCents: 1450, openCents: 0 }, refundableCents: 0 });
    expect(judgeCancellation({ ...facts, appointment: paid, now: at(30) })).toMatchObject({ refundableCents: 2000 });
    const generous = { ...depositPolicy, refundableUntilHours: 0 };
    const kept = judgeCancellation({
      ...facts,
      depositPolicy: generous,
      appointment: paid,
      now: at(1),
      isConfirmed: true,
    });
    expect(kept.refundableCents).toBe(550);
  });

  it("takes from a deposit what has come in and is still here, whatever was asked for", () => {
    const kept = (deposit: { depositPaidCents: number; depositReturnedCents?: number }) =>
      judgeCancellation({ ...facts, appointment: { ...appointment, ...deposit }, now: at(1), isConfirmed: true }).fee;
    expect(kept({ depositPaidCents: 1000 })).toMatchObject({ fromDepositCents: 1000, openCents: 450 });
    expect(kept({ depositPaidCents: 1000, depositReturnedCents: 700 })).toMatchObject({ fromDepositCents: 300 });
    expect(kept({ depositPaidCents: 1000, depositReturnedCents: 1000 })).toMatchObject({ fromDepositCents: 0 });
  });

  it("costs nothing once the fee is let go, which is no yes to the step itself", () => {
    const wish = { ...facts, now: at(1), waivesFee: true };
    expect(judgeCancellation(wish)).toMatchObject({ isAllowed: false, needsConfirmation: true, isFeeWaived: true });
    expect(judgeCancellation({ ...wish, isConfirmed: true })).toMatchObject({
      isAllowed: true,
      feeCents: 0,
      fee: null,
    });
  });

  it("lets a warning pass by a yes alone, and a block by a decision against it alone", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("warn" as const, "block" as const),
        fc.boolean(),
        fc.boolean(),
        (violationAction, isConfirmed, overrides) => {
          const result = judgeCancellation({
            ...facts,
            policy: { ...policy, violationAction },
            now: at(1),
            isConfirmed,
            overrides,
          });
          expect(result.feeCents).toBe(0);
          expect(result.isAllowed).toBe(violationAction === "block" ? overrides : isConfirmed);
          expect(result.needsConfirmation).toBe(violationAction === "warn" && !result.isAllowed);
        },
      ),
    );
  });
});

describe("moving", () => {
  const move = {
    appointment,
    ...asked,
    policy: POLICY_DEFAULTS.reschedule,
    feeTerms: policy,
  };

  it("is after too many moves what the rule says to a violation", () => {
    const often = (violationAction: ViolationAction, more = {}) =>
      judgeReschedule({
        ...{ ...move, now: at(100), appointment: { ...appointment, moveCount: 3 } },
        policy: { ...POLICY_DEFAULTS.reschedule, violationAction },
        ...more,
      });
    const blocked = { isAllowed: false, needsConfirmation: false, reason: "moved_too_often" };
    expect(often("block")).toMatchObject(blocked);
    expect(often("block", { overrides: true })).toMatchObject({ isAllowed: true, isViolation: true });
    expect(often("warn")).toMatchObject({ ...blocked, needsConfirmation: true, feeCents: 0 });
    expect(often("charge_fee", { isConfirmed: true })).toMatchObject({ isAllowed: true, feeCents: 1450 });
    expect(often("block", { appointment: { ...appointment, moveCount: 2 } })).toMatchObject({ isViolation: false });
  });

  it("costs what a late cancellation costs where the rule charges", () => {
    const charging = { ...POLICY_DEFAULTS.reschedule, violationAction: "charge_fee" as const };
    expect(judgeReschedule({ ...move, policy: charging, now: at(2) })).toMatchObject({
      needsConfirmation: true,
      feeCents: 1450,
    });
    expect(judgeReschedule({ ...move, now: at(2) })).toMatchObject({ needsConfirmation: true, feeCents: 0 });
    expect(judgeReschedule({ ...move, policy: charging, now: at(12) })).toMatchObject({
      isViolation: false,
      feeCents: 0,
    });
  });
});

describe("staying away", () => {
  const noShow = { feeCents: 2000, blockAfter: null, requireDepositAfter: null };

  it("costs what the rule names, and nothing where it names none", () => {
    expect(judgeNoShow({ appointment, policy: noShow })).toMatchObject({ feeCents: 2000, reason: "no_show" });
    expect(judgeNoShow({ appointment, policy: { ...noShow, feeCents: null } })).toMatchObject({
      feeCents: 0,
      fee: null,
    });
    expect(judgeNoShow({ appointment, policy: noShow, waivesFee: true })).toMatchObject({
      feeCents: 0,
      isFeeWaived: true,
    });
  });
});

describe("booking", () => {
  const noShowPolicy = { feeCents: null, blockAfter: 2, requireDepositAfter: null };
  const wish = {
    policy: POLICY_DEFAULTS.booking,
    noShowPolicy,
    lastHour: 0,
    active: 0,
    noShowCount: 0,
    isByPerson: false,
    isTrusted: false,
  };

  it("sends whoever stayed away too often to a person", () => {
    expect(judgeBooking({ ...wish, noShowCount: 1 })).toBeNull();
    expect(judgeBooking({ ...wish, noShowCount: 2 })).toMatchObject({ reason: "too_many_no_shows" });
    expect(judgeBooking({ ...wish, noShowCount: 2, isByPerson: true })).toBeNull();
  });

  it("counts what was booked within the hour and what still lies ahead", () => {
    expect(judgeBooking({ ...wish, lastHour: 5 })).toMatchObject({ reason: "too_many_bookings" });
    expect(judgeBooking({ ...wish, lastHour: 5, isTrusted: true })).toBeNull();
    const two = { ...POLICY_DEFAULTS.booking, maxActivePerCustomer: 2 };
    expect(judgeBooking({ ...wish, policy: two, active: 1 })).toBeNull();
    for (const isTrusted of [false, true])
      expect(judgeBooking({ ...wish, policy: two, active: 2, isTrusted })).toMatchObject({
        reason: "too_many_active_bookings",
      });
  });

  it("has the policy's notice and horizon before the service's own", () => {
    const terms = { minNoticeMinutes: 60, maxHorizonDays: 90 };
    expect(bookingTermsOf({ minNoticeMinutes: 0, maxHorizonDays: null }, terms)).toEqual({
      minNoticeMinutes: 0,
      maxHorizonDays: 90,
    });
  });
});
