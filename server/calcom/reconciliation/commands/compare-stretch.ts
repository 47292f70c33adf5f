import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { CalcomBooking } from "../../adapters/calcom-answers";
import type { UnreadableBooking } from "../../adapters/calcom-odd-rows";
import { isSame } from "../../rules/judge-news";
import { isLive } from "../../rules/next-step";
import { loadOurSides } from "../queries/load-our-sides";
import { listHosts, type MapOf } from "../repository/sides";
import { comparePair, mayBeCompared, type PairVerdict } from "../rules/compare-pair";
import { matchSides, type Pair } from "../rules/match-sides";
import { sortUnread, type UnreadSide } from "../rules/unread-sides";
import { lookUp } from "./look-up";
import { type Reading, readStretch } from "./read-stretch";

export type SeenPair = Pair<CalcomBooking> & { verdict: PairVerdict };

export interface ComparedStretch {
  pairs: SeenPair[];
  /** Standing there with nothing here, or kept here for a person and over by now. */
  strangers: CalcomBooking[];
  /** Of which no sense can be made, and nobody was shown it yet. */
  unreadable: UnreadSide<UnreadableBooking>[];
  /** Of these not even that can be said which they are. */
  unnamedCount: number;
  /** Bookings that a person has decided about, or is to. */
  decidedCount: number;
  /** What could not be looked for yet; as long as there is any, nothing but what was looked for is told. */
  postponed: number;
  /** Of our copies, those that were looked for. */
  lookedUp: string[];
  requests: number;
  restSeconds: number;
}

// Not audited: it looks.
/** Both sides of a stretch of time next to each other; each booking that has to be looked for is asked for once. */
export async function compareStretch(
  ctx: CompanyContext,
  reading: Reading,
): Promise<ComparedStretch | { waitSeconds: number }> {
  const read = await readStretch(ctx, reading);
  if ("waitSeconds" in read) return read;
  const { bookings, unreadable } = read.answer;
  const { sides, hosts } = await transact(ctx, async (tx) => {
    const named = unreadable.flatMap(({ uid, metadata }) => (uid === null ? [] : [{ uid, metadata }]));
    const sides = await loadOurSides(tx, { stretch: reading, theirs: [...bookings, ...named] });
    return { sides, hosts: await listHosts(tx) };
  });
  const orphanUids = new Set(sides.orphans.flatMap(uidsOf));
  const { companyId } = ctx;
  const { pairs, onlyTheirs } = matchSides({ companyId, ours: sides.ours, theirs: bookings, orphanUids });
  const odd = sortUnread({ companyId, unreadable, pairs, orphans: sides.orphans });
  const unread = new Set(unreadable.map(({ uid }) => uid));
  const before = new Set(reading.lookedUp);
  const missed = pairs
    .filter(({ lookUp, ours }) => lookUp && !unread.has(lookUp) && mayBeCompared(ours, ctx.now))
    .filter(({ ours: { map } }) => !(map && before.has(map.id)));
  const looked = await lookUp(ctx, { ...reading, pairs: missed });
  if ("waitSeconds" in looked) return looked;
  for (const uid of looked.untold) unread.add(uid);
  const judge = (pair: Pair<CalcomBooking>): PairVerdict =>
    pair.lookUp && unread.has(pair.lookUp)
      ? { state: "waiting" }
      : comparePair({ ...pair, theirStaffId: staffOf(pair, hosts), now: ctx.now });
  const seen = (some: Pair<CalcomBooking>[]) => some.map((pair) => ({ ...pair, verdict: judge(pair) }));
  const lookedUp = looked.asked.flatMap(({ ours: { map } }) => (map ? [map.id] : []));
  const requests = read.requests + looked.requests;
  const taken = { lookedUp, requests, restSeconds: Math.max(read.restSeconds, looked.restSeconds) };
  const postponed = missed.length - looked.asked.length;
  if (postponed > 0) return { ...NOTHING, ...taken, pairs: seen(looked.asked), postponed };
  const strangers = [...onlyTheirs, ...bookings.filter((one) => !isLive(one))];
  const open = strangers.filter((one) => isNews(one, sides.orphans));
  return {
    ...taken,
    pairs: seen(pairs.filter(({ ours: { map } }) => !(map && before.has(map.id)))),
    strangers: open,
    unreadable: odd.news,
    unnamedCount: odd.unnamedCount,
    decidedCount: onlyTheirs.filter((one) => !open.includes(one)).length + odd.decidedCount,
    postponed,
  };
}

const NOTHING = { strangers: [], unreadable: [], unnamedCount: 0, decidedCount: 0 };

/** Who of ours it is with there: the host, or whose own the event type is. */
function staffOf({ ours, theirs }: Pair<CalcomBooking>, hosts: ReadonlyMap<number, string>): string | null {
  if (!theirs) return null;
  const host = theirs.host?.id == null ? undefined : hosts.get(theirs.host.id);
  if (host) return host;
  const people = ours.mappings.flatMap(({ calcomEventTypeId, staffId }) =>
    calcomEventTypeId === theirs.eventTypeId && staffId ? [staffId] : [],
  );
  const [only, another] = people;
  return only && !another ? only : null;
}

/** Of one that nobody stands for: nothing is known of it yet, or it has changed since. One that is over is news while it waits. */
function isNews(booking: CalcomBooking, orphans: readonly MapOf[]): boolean {
  const known = orphans.find((one) => uidsOf(one).includes(booking.uid));
  if (!isLive(booking))
    return known?.driftStatus === "manual_review" && known.copy?.uid === booking.uid && isLive(known.copy);
  return !known?.copy || !isSame(known.copy, booking);
}

const uidsOf = ({ copy, formerUids }: MapOf): string[] => [...(copy ? [copy.uid] : []), ...formerUids];
