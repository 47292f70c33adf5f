import { type EpochMs, MINUTE } from "@/server/core/time";
import type { Candidate } from "./candidate";
import type { ChainNeeds, Granted } from "./chain-needs";
import { nextInstant } from "./interval";
import type { Link } from "./links";
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
}

/** How many steps one start is worth: whoever plans rooms so tightly that they don't do is better asked in person. */
const MOST_STEPS = 3000;

/**
 * The chain that begins with that person at that time: each link as early as it can be for the rest to follow, done by
 * the first by strategy of those who can do it then.
 */
export function completeChain(walk: ChainWalk, { candidate, startsAt }: { candidate: Candidate; startsAt: EpochMs }) {
  const budget = { steps: MOST_STEPS };
  return follow(walk, { placed: [place(walk.links[0] as Link, { candidate, startsAt })], budget });
}

interface Progress {
  placed: readonly Placed[];
  budget: { steps: number };
}

function follow(walk: ChainWalk, { placed, budget }: Progress): FoundChain | null {
  budget.steps--;
  const granted = walk.needs ? walk.needs.grant(placed) : NOTHING;
  if (!granted || budget.steps < 0) return null;
  const link = walk.links[placed.length];
  if (!link) return { placed, ...granted };
  const before = placed.at(-1) as Placed;
  const latest = before.endsAt + link.waitMaxMs;
  let from = before.endsAt + link.waitMinMs;
  while (budget.steps > 0) {
    const next = earliestFollowers(walk, { nr: placed.length, before, from });
    if (next.startsAt > latest) return null;
    for (const nr of next.places) {
      const candidate = walk.candidates[placed.length]?.[nr] as Candidate;
      const one = place(link, { candidate, startsAt: next.startsAt });
      const found = follow(walk, { placed: [...placed, one], budget });
      if (found) return found;
    }
    from = next.startsAt + MINUTE;
  }
  return null;
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
