import type { EpochMs } from "@/server/core/time";
import type { Candidate } from "./candidate";
import type { ChainNeeds, Granted, Lack } from "./chain-needs";
import { nextInstant } from "./interval";
import type { Link } from "./links";
import { OutOfPatience, type Patience, takeStep } from "./patience";
import type { Chain, Reach } from "./reach";
import { byRank, type RankAt } from "./staff-choice";

/** A link that has its time and its person. */
export interface Placed {
  link: Link;
  candidate: Candidate;
  startsAt: EpochMs;
  endsAt: EpochMs;
}

/** A complete chain, with the rooms and the further people that it takes. */
export interface FoundChain extends Granted {
  placed: readonly Placed[];
}

export interface ChainWalk extends Chain {
  reach: Reach;
  /** Null when nothing is needed beside the people who are booked. */
  needs: ChainNeeds | null;
  rankAt: RankAt;
  patience: Patience;
}

/**
 * The chain that begins with that person at that time: each link as early as it can be for the rest to follow, done by
 * the first by strategy of those who can do it then. Null when there is none, or no patience left to find it.
 */
export function completeChain(walk: ChainWalk, { candidate, startsAt }: { candidate: Candidate; startsAt: EpochMs }) {
  try {
    takeStep(walk.patience);
    const found = follow(walk, [place(walk.links[0] as Link, { candidate, startsAt })]);
    return typeof found === "string" ? null : found;
  } catch (error) {
    if (error instanceof OutOfPatience) return null;
    throw error;
  }
}

function follow(walk: ChainWalk, placed: readonly Placed[]): FoundChain | Lack {
  const granted = walk.needs ? walk.needs.grant(placed) : NOTHING;
  if (typeof granted === "string") return granted;
  if (placed.length === walk.links.length) return { placed, ...granted };
  return walk.needs ? goOnOnce(walk, { placed, needs: walk.needs }) : goOn(walk, placed);
}

/** What could not be completed once is not tried again, whichever way the chain came to the same state. */
function goOnOnce(walk: ChainWalk, { placed, needs }: { placed: readonly Placed[]; needs: ChainNeeds }) {
  const { patience } = walk;
  takeStep(patience);
  const { time, people } = needs.stateOf(placed);
  if (needs.deadEnds.has(time)) return "time";
  if (needs.deadEnds.has(time + people)) return "people";
  const found = goOn(walk, placed);
  // Where no one lacked people, it does not matter either who has done what so far.
  if (found === "time") needs.deadEnds.add(time);
  if (found === "people") needs.deadEnds.add(time + people);
  return found;
}

function goOn(walk: ChainWalk, placed: readonly Placed[]): FoundChain | Lack {
  const nr = placed.length;
  const link = walk.links[nr] as Link;
  const before = placed[nr - 1] as Placed;
  const latest = before.endsAt + link.waitMaxMs;
  let from = before.endsAt + link.waitMinMs;
  let lack: Lack = "time";
  while (from <= latest) {
    const next = earliestFollowers(walk, { nr, before, from });
    if (next.startsAt > latest) break;
    for (const choice of next.places) {
      const candidate = walk.candidates[nr]?.[choice] as Candidate;
      const found = follow(walk, [...placed, place(link, { candidate, startsAt: next.startsAt })]);
      if (typeof found !== "string") return found;
      if (found === "people") lack = found;
    }
    from = walk.needs?.nextTurn(nr, { after: next.startsAt, placed }) ?? Infinity;
  }
  return lack;
}

const NOTHING: Granted = { resources: [], furtherStaff: [] };

function place(link: Link, { candidate, startsAt }: { candidate: Candidate; startsAt: EpochMs }): Placed {
  return { link, candidate, startsAt, endsAt: startsAt + candidate.timing.durationMs };
}

interface Following {
  nr: number;
  before: Placed;
  from: EpochMs;
}

/** Who can go on first, and when; in the order of choice. */
function earliestFollowers({ candidates, reach, links, rankAt }: ChainWalk, { nr, before, from }: Following) {
  let startsAt = Infinity;
  let first: number[] = [];
  for (const [place, candidate] of (candidates[nr] ?? []).entries()) {
    if ((links[nr] as Link).isCarried && candidate.index !== before.candidate.index) continue;
    const at = nextInstant(reach[nr]?.[place] ?? [], from);
    if (at > startsAt || at === Infinity) continue;
    if (at < startsAt) first = [];
    first.push(place);
    startsAt = at;
  }
  return { startsAt, places: byRank(first, rankAt(nr, startsAt)) };
}
