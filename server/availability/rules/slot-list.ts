import type { EpochMs } from "@/server/core/time";
import type { StaffStrategy } from "../schema";
import type { Candidate } from "./candidate";
import type { LocalDay } from "./local-day";
import type { PartSearch } from "./part-search";
import type { Slot } from "./slot";
import { rankByDay } from "./staff-choice";

/** Ascending, for each candidate of the search. */
type StartsOfEach = readonly (readonly EpochMs[])[];

export function slotForEachPerson(search: PartSearch, starts: StartsOfEach): Slot[] {
  const slots = search.candidates.flatMap((candidate, index) =>
    (starts[index] ?? []).map((at) => toSlot(search, { candidate, at })),
  );
  return slots.sort((a, b) => a.startsAt - b.startsAt);
}

export interface ChoiceRequest {
  starts: StartsOfEach;
  strategy?: StaffStrategy;
  preferredStaffId?: string | null;
}

/** Walks all lists at once; whoever ranks first that day among those free at a start gets it. */
export function slotForEachStart(search: PartSearch, request: ChoiceRequest): Slot[] {
  const { starts, strategy = "least_loaded", preferredStaffId } = request;
  const { candidates, days } = search;
  const ranks = rankByDay(candidates, { strategy, preferredStaffId, days });
  const next = candidates.map(() => 0);
  const slots: Slot[] = [];
  let day = 0;
  for (;;) {
    const at = earliest(starts, next);
    if (at === Infinity) return slots;
    while ((days[day] as LocalDay).until <= at) day++;
    let chosen = -1;
    for (let i = 0; i < starts.length; i++) {
      if (starts[i]?.[next[i] as number] !== at) continue;
      (next[i] as number)++;
      const rank = ranks[day] as number[];
      if (chosen < 0 || (rank[i] as number) < (rank[chosen] as number)) chosen = i;
    }
    slots.push(toSlot(search, { candidate: candidates[chosen] as Candidate, at }));
  }
}

function earliest(starts: StartsOfEach, next: readonly number[]): EpochMs {
  let at = Infinity;
  for (let i = 0; i < starts.length; i++) at = Math.min(at, starts[i]?.[next[i] as number] ?? Infinity);
  return at;
}

function toSlot({ service }: PartSearch, { candidate, at }: { candidate: Candidate; at: EpochMs }): Slot {
  const { staffId, timing, priceCents } = candidate;
  const endsAt = at + timing.durationMs;
  const taken = {
    staffId,
    startsAt: at,
    endsAt,
    blockedFrom: at - timing.bufferBeforeMs,
    blockedUntil: endsAt + timing.bufferAfterMs,
  };
  const alone = { position: 0, part: 0, name: null, occupiesStaff: true, furtherStaffIds: [], resources: [] };
  return { ...taken, priceCents, segments: [{ ...alone, serviceId: service.id, ...taken }] };
}
