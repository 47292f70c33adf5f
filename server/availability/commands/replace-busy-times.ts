import type { TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import {
  deleteBusyTimes,
  insertBusyTimes,
  listBusyTimes,
  listOwnTimes,
  lockPersonsTime,
} from "../repository/busy-times";
import { mergeIntervals, subtractIntervals } from "../rules/interval";

export interface SeenBusyTimes {
  staffId: string;
  source: "calcom" | "ics";
  /** The stretch that was looked at: what was known of it before and is not among these is gone. */
  from: Date;
  until: Date;
  times: readonly { from: Date; until: Date }[];
  /** False when something could not be read: what was known stays, and what is new is added. */
  isComplete?: boolean;
}

// Not audited: it is what somebody's other calendar says, and changes with it.
/**
 * What keeps somebody from work outside of the product, as it was seen just now. What covers an appointment of ours is that
 * appointment, entered there as well.
 */
export async function replaceBusyTimes(
  tx: TransactionContext,
  { staffId, source, from, until, times, isComplete = true }: SeenBusyTimes,
): Promise<{ added: number; removed: number }> {
  if (!(await lockPersonsTime(tx, staffId))) throw notFound("staff");
  const range = { staffId, source, from, until };
  const seen = mergeIntervals(times.map((one) => ({ from: one.from.getTime(), until: one.until.getTime() })));
  const own = mergeIntervals(await listOwnTimes(tx, range));
  const wanted = subtractIntervals(seen, own);
  const known = await listBusyTimes(tx, range);
  const isSame = (a: { from: number; until: number }, b: { from: number; until: number }) =>
    a.from === b.from && a.until === b.until;
  if (!isComplete) {
    const added = subtractIntervals(wanted, mergeIntervals(known));
    await insertBusyTimes(tx, { staffId, source, times: added });
    return { added: added.length, removed: 0 };
  }
  const gone = known.filter((one) => !wanted.some((other) => isSame(one, other)));
  const fresh = wanted.filter((one) => !known.some((other) => isSame(one, other)));
  await deleteBusyTimes(
    tx,
    gone.map(({ id }) => id),
  );
  await insertBusyTimes(tx, { staffId, source, times: fresh });
  return { added: fresh.length, removed: gone.length };
}
