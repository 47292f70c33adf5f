import type { TransactionContext } from "@/server/core/context";
import { AppError, type Refusal } from "@/server/core/errors";
import { bookingPenaltyOf, strike } from "@/server/core/penalties";
import { may } from "@/server/identity/rules/permissions";
import type { DepositBasis } from "@/server/policies/rules/deposit";
import { lockBookingPace } from "../repository/read";
import { openBookingRules, type WantedBooking } from "./booking-rules";
import { requireOverride } from "./require-override";

interface Wanted extends WantedBooking {
  overridesPolicy?: boolean | undefined;
  waivesDeposit?: boolean | undefined;
  overrideReason?: string | null | undefined;
}

/** What holds for a booking once it is known who begins. */
export interface BookingTerms {
  /** How a deposit is asked, null for none. */
  deposit: DepositBasis | null;
  /** One would have been asked, and somebody with the right to it let it go. */
  isDepositWaived: boolean;
  /** The rule that would have refused it, and that somebody with the right to it decided against. */
  overriddenRule: string | null;
}

/** The word on a booking as long as it is not known who begins, and once it is. */
export interface BookingVerdict {
  /** Whose rules would let it be; not there where everybody's would. */
  mayBegin?: (staffId: string) => boolean;
  termsWith: (staffId: string) => BookingTerms;
}

export const WITHOUT_RULES: BookingVerdict = {
  termsWith: () => ({ deposit: null, isDepositWaived: false, overriddenRule: null }),
};

/**
 * Stops anybody from filling the calendar with one customer. Whoever tries beyond the hour's number waits, and longer each
 * time that it happens; that number is not for whoever may decide against policies, all others are until they say so. The
 * rules of whoever begins hold: where that is anybody, it is refused at once only if nobody's rules would let it be; else it is
 * for those whose rules do.
 */
export async function requireBookingAllowed(tx: TransactionContext, wanted: Wanted): Promise<BookingVerdict> {
  requireOverride(tx, wanted);
  const { customerId, overridesPolicy = false, waivesDeposit = false } = wanted;
  if (!may(tx, "override_appointments")) await lockBookingPace(tx, wanted);
  const { blockedUntil, staffIds, refusalFor, depositFor } = await openBookingRules(tx, wanted);
  if (blockedUntil && blockedUntil > tx.now) throw tooMany("RATE_LIMITED", secondsUntil(blockedUntil, tx.now));
  const refusals = overridesPolicy ? [] : (wanted.staffId ? [wanted.staffId] : [null, ...staffIds]).map(refusalFor);
  const [first = null] = refusals;
  if (first && !refusals.includes(null)) throw await refused(tx, { customerId, refusal: first });
  const termsWith = (staffId: string) => {
    // An offer that was held before somebody's rules were: there are others, so nobody is penalised.
    const refusal = refusalFor(staffId);
    if (refusal && !overridesPolicy) throw new AppError(refusal);
    const asked = depositFor(staffId);
    return {
      deposit: waivesDeposit ? null : asked,
      isDepositWaived: waivesDeposit && asked !== null,
      overriddenRule: refusal?.reason ?? null,
    };
  };
  const isForAll = refusals.every((refusal) => refusal === null);
  return { termsWith, ...(!isForAll && { mayBegin: (staffId) => refusalFor(staffId) === null }) };
}

interface Refused {
  customerId: string;
  refusal: Refusal;
}

async function refused(tx: TransactionContext, { customerId, refusal }: Refused): Promise<AppError> {
  if (refusal.reason !== "too_many_bookings") return new AppError(refusal);
  const until = tx.isRehearsal ? tx.now : await strike(bookingPenaltyOf(customerId), tx.now);
  return tooMany("POLICY_BLOCKED", secondsUntil(until, tx.now), refusal.details);
}

function tooMany(code: "RATE_LIMITED" | "POLICY_BLOCKED", retryAfterSeconds: number, more = {}): AppError {
  return new AppError({ code, reason: "too_many_bookings", details: { ...more, retryAfterSeconds } });
}

const secondsUntil = (until: Date, now: Date): number => Math.ceil((until.getTime() - now.getTime()) / 1000);
