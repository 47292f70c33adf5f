import type { Candidate } from "./candidate";
import { type Interval, intersectIntervals, mergeIntervals } from "./interval";
import type { Link } from "./links";

/** For each link and each of its candidates: where the link could start so that the rest of the chain still fits. */
export type Reach = readonly (readonly (readonly Interval[])[])[];

export interface Chain {
  links: readonly Link[];
  /** For each link. */
  candidates: readonly (readonly Candidate[])[];
}

/**
 * Found from the last link backwards by moving whole stretches of time, so that it grows with the days and the people
 * and not with their combinations. Exact for people's time; what several links share is looked at start by start.
 */
export function reachOf({ links, candidates }: Chain, startsOf: (candidate: Candidate) => readonly Interval[]): Reach {
  const reach: (readonly Interval[])[][] = [];
  for (let nr = links.length - 1; nr >= 0; nr--) {
    const next =
      nr + 1 < links.length ? followersOf({ links, candidates }, { nr: nr + 1, reach: reach[nr + 1] ?? [] }) : null;
    reach[nr] = (candidates[nr] ?? []).map((candidate) => {
      const starts = startsOf(candidate);
      return next ? intersectIntervals(starts, next(candidate)) : starts;
    });
  }
  return reach;
}

interface Follower {
  nr: number;
  reach: readonly (readonly Interval[])[];
}

/** Where a candidate of the link before may start so that this link can follow. */
function followersOf(
  { links, candidates }: Chain,
  { nr, reach }: Follower,
): (before: Candidate) => readonly Interval[] {
  const link = links[nr] as Link;
  const people = candidates[nr] ?? [];
  if (link.isCarried) {
    const own = new Map(people.map(({ index }, place) => [index, reach[place] ?? []]));
    return ({ index, timing }) => moveBack(own.get(index) ?? [], { link, durationMs: timing.durationMs });
  }
  const anybody = mergeIntervals(reach.flat());
  const moved = new Map<number, readonly Interval[]>();
  return ({ timing: { durationMs } }) => {
    const known = moved.get(durationMs) ?? moveBack(anybody, { link, durationMs });
    moved.set(durationMs, known);
    return known;
  };
}

/** From when the follower starts to when the one before it may start, with all that may be waited between. */
function moveBack(ranges: readonly Interval[], { link, durationMs }: { link: Link; durationMs: number }) {
  const { waitMinMs, waitMaxMs } = link;
  return mergeIntervals(
    ranges.map(({ from, until }) => ({ from: from - durationMs - waitMaxMs, until: until - durationMs - waitMinMs })),
  );
}
