import { isLive } from "../../rules/next-step";
import type { KnownCopy, OurSide } from "./match-sides";

interface UnreadRow {
  uid: string | null;
  status: string;
  metadata: Record<string, unknown>;
}

/** A booking that was listed over there and made no sense, with the uids by which we may know it. */
export interface UnreadSide<R extends UnreadRow> {
  row: R;
  uids: [string, ...string[]];
  /** It is the booking of an appointment of ours. */
  isKnown: boolean;
}

interface Sides<R extends UnreadRow> {
  companyId: string;
  unreadable: readonly R[];
  pairs: readonly { ours: OurSide; uids: string[]; lookUp: string | null }[];
  orphans: readonly KnownCopy[];
}

export interface SortedUnread<R extends UnreadRow> {
  /** What no person has been shown yet. */
  news: UnreadSide<R>[];
  /** What waits for a person already, or was decided by one. */
  decidedCount: number;
  /** Without a uid nobody could find it again. */
  unnamedCount: number;
}

/** Which of them somebody has to be shown; what is over and was never ours is nobody's concern. */
export function sortUnread<R extends UnreadRow>({ companyId, unreadable, pairs, orphans }: Sides<R>): SortedUnread<R> {
  const sorted: SortedUnread<R> = { news: [], decidedCount: 0, unnamedCount: 0 };
  for (const row of unreadable) {
    const { uid } = row;
    const pair = uid === null ? undefined : pairs.find(({ lookUp, uids }) => lookUp === uid || uids.includes(uid));
    // Whoever wrote it knows it again by what they wrote into it.
    const isOnTheWay = !pair && pairs.some(({ ours }) => isMarked(row, { companyId, ours }));
    if (isOnTheWay || (!pair && !isLive(row))) continue;
    if (uid === null) {
      sorted.unnamedCount += 1;
      continue;
    }
    const known = pair ? pair.ours.map : orphans.find((one) => one.copy?.uid === uid || one.formerUids.includes(uid));
    // A pair is among what was compared, and counted there.
    if (known && known.driftStatus !== "synced") sorted.decidedCount += pair ? 0 : 1;
    else
      sorted.news.push({
        row,
        uids: [uid, ...(pair?.uids ?? []).filter((one) => one !== uid)],
        isKnown: Boolean(pair),
      });
  }
  return sorted;
}

const isMarked = ({ metadata }: UnreadRow, { companyId, ours }: { companyId: string; ours: OurSide }): boolean =>
  metadata.appointmentId === ours.appointmentId && metadata.companyId === companyId;
