import type { EpochMs } from "@/server/core/time";
import type { Candidate } from "./candidate";
import type { ChainSearch } from "./chain-search";
import { completeChain } from "./chain-walk";
import { isOver } from "./patience";
import type { Slot } from "./slot";
import { byRank } from "./staff-choice";
import { toSlot } from "./to-slot";

/** Ascending, for each candidate of the first link. */
type StartsOfEach = readonly (readonly EpochMs[])[];

export function slotForEachPerson(search: ChainSearch, starts: StartsOfEach): Slot[] {
  const slots = (search.candidates[0] ?? []).flatMap((candidate, index) =>
    (starts[index] ?? []).flatMap((startsAt) => slotOf(search, { candidate, startsAt }) ?? []),
  );
  return slots.sort((a, b) => a.startsAt - b.startsAt);
}

/** Walks all lists at once; whoever ranks first that day among those who can complete the chain gets the start. */
export function slotForEachStart(search: ChainSearch, starts: StartsOfEach): Slot[] {
  const next = starts.map(() => 0);
  const slots: Slot[] = [];
  for (;;) {
    const startsAt = earliest(starts, next);
    if (startsAt === Infinity || isOver(search.patience)) return slots;
    const able: number[] = [];
    for (let i = 0; i < starts.length; i++) {
      if (starts[i]?.[next[i] as number] !== startsAt) continue;
      (next[i] as number)++;
      able.push(i);
    }
    const slot = firstSlot(search, { able, startsAt });
    if (slot) slots.push(slot);
  }
}

function earliest(starts: StartsOfEach, next: readonly number[]): EpochMs {
  let at = Infinity;
  for (let i = 0; i < starts.length; i++) at = Math.min(at, starts[i]?.[next[i] as number] ?? Infinity);
  return at;
}

function firstSlot(search: ChainSearch, { able, startsAt }: { able: number[]; startsAt: EpochMs }): Slot | null {
  for (const index of byRank(able, search.rankAt(0, startsAt))) {
    const slot = slotOf(search, { candidate: search.candidates[0]?.[index] as Candidate, startsAt });
    if (slot) return slot;
  }
  return null;
}

function slotOf(search: ChainSearch, start: { candidate: Candidate; startsAt: EpochMs }): Slot | null {
  const chain = completeChain(search, start);
  return chain && toSlot(chain);
}
