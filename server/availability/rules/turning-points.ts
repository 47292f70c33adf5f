import { type EpochMs, MINUTE } from "@/server/core/time";
import type { Placed } from "./chain-walk";
import type { PeopleFacts } from "./grant-further-staff";
import type { Link } from "./links";
import type { Chain } from "./reach";
import type { Usage } from "./usage";
import { hasLimit } from "./working-time";

/** The first instant after the given one at which that link may be better off than just before; Infinity when none is. */
export type NextTurn = (nr: number, start: { after: EpochMs; placed: readonly Placed[] }) => EpochMs;

/**
 * A link waits for something: for somebody to come or to be done, for a room, for the next day's working time, for the
 * chain's own rooms; or so that a later link, which can't wait any longer, waits for such a thing. Between two of these
 * instants nothing gets better, so that the earliest chain starts each link as soon as it can or at one of them.
 */
export function turningPoints(chain: Chain, facts: PeopleFacts & { stock: readonly Usage[] }): NextTurn {
  const offsets = offsetsOf(chain);
  const changes = changesFor(chain, facts);
  const step = isAnyMinuteBetter(chain, facts) ? commonStep(chain, { facts, changes }) : Infinity;
  return (nr, { after, placed }) => {
    const released = placed.map(({ endsAt, link }) => endsAt + link.bufferAfterMs);
    let next = after + (step === Infinity ? step : divisor(step, after));
    for (const offset of offsets[nr] ?? []) {
      next = Math.min(next, (changes[firstAfter(changes, after - offset)] ?? Infinity) + offset);
      for (const at of released) if (at + offset > after) next = Math.min(next, at + offset);
    }
    return next;
  };
}

/** Who comes beside works through the service's own waits: where that is limited, starting it later may be what fits. */
function isAnyMinuteBetter({ links }: Chain, { data: { staff } }: PeopleFacts): boolean {
  const isOfAssisted = ({ service, waitMinMs, waitMaxMs }: Link, nr: number) =>
    service.staffRequirements?.length && links[nr - 1]?.part === links[nr]?.part && waitMinMs < waitMaxMs;
  return links.some(isOfAssisted) && staff.some(hasLimit);
}

/** What all times and lengths of the search are multiples of. */
function commonStep(
  { links, candidates }: Chain,
  { facts, changes }: { facts: PeopleFacts; changes: readonly EpochMs[] },
) {
  const ofLinks = links.flatMap((one) => [one.waitMinMs, one.waitMaxMs, one.bufferBeforeMs, one.bufferAfterMs]);
  const lengths = candidates.flat().map(({ timing }) => timing.durationMs);
  const limits = facts.data.staff.flatMap(({ maxMinutesPerDay, maxMinutesPerWeek, bookedMinutesPerDay = {} }) =>
    [maxMinutesPerDay ?? 0, maxMinutesPerWeek ?? 0, ...Object.values(bookedMinutesPerDay)].map((one) => one * MINUTE),
  );
  return [...ofLinks, ...lengths, ...limits, ...changes].reduce(divisor, 0);
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** For each link: how long after a change it may start because of it, less than nothing where a later link needs it. */
function offsetsOf({ links, candidates }: Chain): number[][] {
  const offsets: number[][] = [];
  for (const nr of [...links.keys()].reverse()) {
    const durations = new Set(candidates[nr]?.map(({ timing }) => timing.durationMs));
    const waitMaxMs = links[nr + 1]?.waitMaxMs ?? 0;
    const later = (offsets[nr + 1] ?? []).flatMap((offset) => [...durations].map((ms) => offset - ms - waitMaxMs));
    offsets[nr] = [...new Set([0, links[nr]?.bufferBeforeMs ?? 0, ...later])];
  }
  return offsets;
}

/** When somebody comes or is free again, units are given back, or a new day begins; ascending. */
function changesFor(
  { links, candidates }: Chain,
  { data, days, workTimes, stock }: Parameters<typeof turningPoints>[1],
) {
  const isAssisted = links.some(({ service }) => service.staffRequirements?.length);
  const people = [...candidates.flat(), ...(isAssisted ? [...data.staff.keys()].map(workTimes) : [])];
  const changes = [
    ...days.map(({ from }) => from),
    ...people.flatMap(({ windows, busy }) => [...windows.map(({ from }) => from), ...busy.map(({ until }) => until)]),
    ...stock.flatMap(({ changes: at, levels }) => at.filter((_, i) => (levels[i] as number) < (levels[i - 1] ?? 0))),
  ];
  return [...new Set(changes)].sort((a, b) => a - b);
}

function firstAfter(instants: readonly EpochMs[], at: EpochMs): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] as EpochMs) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
