import { askLimits, limitsPool } from "./request-limits/limits-pool";
import { DAY, MINUTE } from "./time";

const FIRST_WAIT_MS = 15 * MINUTE;
const LONGEST_WAIT_MS = DAY;
/** One violation is forgiven for each day without one. */
const FORGIVEN_AFTER_MS = DAY;
const KEPT_MS = 30 * DAY;

/** The bucket of a customer who books too often; the same id in a query that reads it along. */
export const bookingPenaltyOf = (customerId: string): string => `customer_bookings:${customerId}`;

/**
 * Makes somebody wait who broke a limit: a quarter of an hour, and twice as long each further time, up to a day. Whoever
 * waits already waits no longer for asking again. It stands whatever becomes of the transaction that it is asked in: that
 * one is about to be refused.
 */
export async function strike(bucket: string, now: Date): Promise<Date> {
  const waits = [FIRST_WAIT_MS, LONGEST_WAIT_MS, FORGIVEN_AFTER_MS].map((ms) => `${ms / 1000} seconds`);
  const { rows } = await askLimits<{ until: Date }>(limitsPool(), {
    name: "limit_penalty_strike",
    text: "SELECT limit_penalty_strike($1, $2::timestamptz, $3::interval, $4::interval, $5::interval) AS until",
    values: [bucket, now, ...waits],
  });
  return rows[0]?.until ?? now;
}

/** Forgets those who have long behaved. */
export async function prunePenalties(now: Date): Promise<void> {
  await limitsPool().query("DELETE FROM limit_penalties WHERE blocked_until < $1", [new Date(now.getTime() - KEPT_MS)]);
}
