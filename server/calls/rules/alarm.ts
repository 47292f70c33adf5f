import type { Claim, ClaimKind } from "./claims";

export type CallAlarm = "claimed_booking" | "claimed_move" | "claimed_cancellation" | "claimed_callback" | "failure";

/** What our own rows say of a call. */
export interface Happened {
  /** Made in this call, taken back in it or not. */
  made: number;
  rescheduled: number;
  cancelled: number;
  /** Asked for by the caller. */
  callbacks: number;
}

const ALARM_OF: Record<ClaimKind, CallAlarm> = {
  booking: "claimed_booking",
  move: "claimed_move",
  cancellation: "claimed_cancellation",
  callback: "claimed_callback",
};

/** Each claim needs as many rows of its own kind as it counts; who cancels one time and books another has moved. */
const BACKED: Record<ClaimKind, (happened: Happened) => number> = {
  booking: ({ made, rescheduled }) => made + rescheduled,
  move: ({ made, rescheduled, cancelled }) => rescheduled + Math.min(made, cancelled),
  cancellation: ({ cancelled, rescheduled }) => cancelled + rescheduled,
  callback: ({ callbacks }) => callbacks,
};

/** Something that was said and did not happen, or not as often. */
export interface FalseClaim {
  alarm: CallAlarm;
  sentence: string;
  claimed: number;
  happened: number;
}

/** The first thing that the agent said and that did not happen, or not as often as it said. */
export function findFalseClaim(claims: readonly Claim[], happened: Happened): FalseClaim | null {
  const claim = claims.find(({ kind, count }) => BACKED[kind](happened) < count);
  if (!claim) return null;
  const { kind, sentence, count } = claim;
  return { alarm: ALARM_OF[kind], sentence, claimed: count, happened: BACKED[kind](happened) };
}

/** Ends for which neither the caller nor we are to blame: the provider could not serve the call, or broke it off. */
const PROVIDER_FAILED =
  /^(concurrency_limit_reached|no_valid_payment|no_concurrency|error_(?!user_not_joined|no_audio))/;
/** So many failing functions in one call are no accident any more. */
const FAILED_OFTEN = 2;

export function hasFailed(call: { disconnectionReason: string | null; errors: number }): boolean {
  return call.errors >= FAILED_OFTEN || PROVIDER_FAILED.test(call.disconnectionReason ?? "");
}
