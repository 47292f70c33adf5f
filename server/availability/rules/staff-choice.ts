import type { EpochMs } from "@/server/core/time";
import type { StaffStrategy } from "../schema";
import type { Candidate } from "./candidate";
import type { Interval } from "./interval";
import { dayIndexAt, type LocalDay } from "./local-day";
import type { SlotRequest } from "./slot";

export type ChoiceFacts = Pick<SlotRequest, "strategy" | "preferredStaffId"> & { days: readonly LocalDay[] };

/** Each candidate's place in the order of choice for that link on that day: the lowest that can do it gets it. */
export type RankAt = (link: number, at: EpochMs) => readonly number[];

export function ranking(candidates: readonly (readonly Candidate[])[], facts: ChoiceFacts): RankAt {
  const ranks = new Map<number, number[][]>();
  return (link, at) => {
    const known = ranks.get(link) ?? rankByDay(candidates[link] ?? [], facts);
    ranks.set(link, known);
    return known[dayIndexAt(facts.days, at)] ?? [];
  };
}

/** The candidates' places from the best rank on; the first one is mostly enough, so that nothing is sorted. */
export function* byRank(places: readonly number[], rank: readonly number[]): Generator<number> {
  const left = [...places];
  while (left.length > 0) {
    let best = 0;
    for (let i = 1; i < left.length; i++) {
      if ((rank[left[i] as number] ?? 0) < (rank[left[best] as number] ?? 0)) best = i;
    }
    yield* left.splice(best, 1);
  }
}

function rankByDay(
  candidates: readonly Candidate[],
  { strategy = "least_loaded", preferredStaffId, days }: ChoiceFacts,
) {
  const loads = candidates.map(({ busy }) => loadByDay(busy, days));
  return days.map((_, day) => {
    const loadOf = (index: number) => loads[index]?.[day] ?? 0;
    const order = [...candidates.keys()].sort((a, b) => {
      const one = candidates[a] as Candidate;
      const other = candidates[b] as Candidate;
      return compareBy(strategy, { one, other, preferredStaffId }) || loadOf(a) - loadOf(b) || a - b;
    });
    const ranks = new Array<number>(order.length);
    for (const [rank, index] of order.entries()) ranks[index] = rank;
    return ranks;
  });
}

interface Pair {
  one: Candidate;
  other: Candidate;
  preferredStaffId: string | null | undefined;
}

/** Negative when the first one comes before; zero leaves it to the day's load, then to the order given. */
function compareBy(strategy: StaffStrategy, { one, other, preferredStaffId }: Pair): number {
  switch (strategy) {
    case "least_loaded":
      return 0;
    case "round_robin":
      return compareAssigned(one.staff.lastAssignedAt ?? null, other.staff.lastAssignedAt ?? null);
    case "highest_proficiency":
      return (other.offer?.proficiency ?? 0) - (one.offer?.proficiency ?? 0);
    case "preferred":
      return Number(other.staff.id === preferredStaffId) - Number(one.staff.id === preferredStaffId);
  }
}

/** Whoever was never given anything comes first. */
function compareAssigned(one: EpochMs | null, other: EpochMs | null): number {
  if (one === other) return 0;
  return (one ?? Number.NEGATIVE_INFINITY) < (other ?? Number.NEGATIVE_INFINITY) ? -1 : 1;
}

/** How much of each day is taken already. */
function loadByDay(busy: readonly Interval[], days: readonly LocalDay[]): number[] {
  let next = 0;
  return days.map((day) => {
    let load = 0;
    while (next < busy.length && (busy[next] as Interval).until <= day.from) next++;
    for (let i = next; i < busy.length; i++) {
      const { from, until } = busy[i] as Interval;
      if (from >= day.until) break;
      load += Math.min(until, day.until) - Math.max(from, day.from);
    }
    return load;
  });
}
