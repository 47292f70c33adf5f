import type { TransactionContext } from "@/server/core/context";
import type { Interval } from "../rules/interval";

/** Somebody's time, as an offer takes it. */
export interface PersonTime extends Interval {
  staffId: string;
}

/** Longer than any question to the database takes; after a slower one the search begins again, as it would without this. */
const KEPT_MS = 2000;

interface UnderWay {
  callId: string;
  times: PersonTime[];
  /** By `performance.now()`; from then on the database tells it to whoever asks. */
  endedAtMs: number | null;
}

const underWay = new Map<string, UnderWay[]>();

/**
 * What this process is about to hold, from the moment that it was found until its transaction has ended: who searches in
 * between would find the same times free, and had to begin again. That nobody holds a time twice is not decided here but by the
 * database; another process knows nothing of this.
 */
export function rememberUnderWay(tx: TransactionContext, { callId, times }: { callId: string; times: PersonTime[] }) {
  if (tx.isRehearsal) return;
  const mine: UnderWay = { callId, times, endedAtMs: null };
  const others = underWay.get(tx.companyId) ?? [];
  underWay.set(tx.companyId, [...others.filter(isOfUse), mine]);
  tx.afterwards.push(() => {
    mine.endedAtMs = performance.now();
  });
}

const isOfUse = ({ endedAtMs }: UnderWay): boolean => endedAtMs === null || endedAtMs > performance.now() - KEPT_MS;

/** What other calls of the company are about to hold and a question to the database of that moment did not see. */
export function timesUnderWay({
  companyId,
  callId,
  askedAtMs,
}: {
  companyId: string;
  callId: string | null;
  askedAtMs: number;
}): PersonTime[] {
  const others = underWay.get(companyId) ?? [];
  return others
    .filter((one) => one.callId !== callId && (one.endedAtMs === null || one.endedAtMs >= askedAtMs))
    .flatMap(({ times }) => times);
}
