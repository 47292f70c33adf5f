import type { EpochMs } from "@/server/core/time";
import type { Demand } from "./resource-demand";
import { peakOf, type Usage } from "./usage";

/** What is left of each resource between any two instants at which a demand begins or ends. */
export interface UnitsLeft {
  /** The fewest units during the demand, none at least. */
  during: (demand: number, resource: number) => number;
  take: (demand: number, taken: { resource: number; quantity: number }) => void;
  /** The same at that turn whichever of several resources that are alike has been taken. */
  stateAt: (turn: number) => string;
  /** As many left at each time, and in question for the same demands. */
  areAlike: (one: number, other: number) => boolean;
}

interface Slices {
  demands: readonly Demand[];
  edges: readonly EpochMs[];
  /** For each resource in question and each time between two edges. */
  units: ReadonlyMap<number, number[]>;
}

/** Null when more is demanded at some time than all that is in question has left. */
export function toUnitsLeft(demands: readonly Demand[], stock: readonly Usage[]): UnitsLeft | null {
  const edges = [...new Set(demands.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const between = edges.slice(1).map((until, nr) => ({ from: edges[nr] as EpochMs, until }));
  const resources = [...new Set(demands.flatMap(({ pool }) => pool))];
  const unitsOf = (usage: Usage) => between.map((slice) => Math.max(0, usage.capacity - peakOf(usage, slice)));
  const units = new Map(resources.map((resource) => [resource, unitsOf(stock[resource] as Usage)]));
  const slices = { demands, edges, units };
  return demands.some((demand) => isOverdrawn(demand, slices)) ? null : unitsLeft(slices);
}

/** Whether all demands that can be met from the demand's pool only want more of it, at any time, than there is. */
function isOverdrawn({ pool }: Demand, { demands, edges, units }: Slices): boolean {
  const bound = demands.filter((other) => other.pool.every((resource) => pool.includes(resource)));
  return edges.slice(1).some((until, slice) => {
    const active = bound.filter((other) => other.from < until && other.until >= until);
    const wanted = active.reduce((sum, { quantity }) => sum + quantity, 0);
    return wanted > pool.reduce((sum, resource) => sum + (units.get(resource)?.[slice] ?? 0), 0);
  });
}

function unitsLeft({ demands, edges, units }: Slices): UnitsLeft {
  const spans = demands.map(({ from, until }) => ({ first: edges.indexOf(from), end: edges.indexOf(until) }));
  const kinds = new Map(
    [...units.keys()].map((resource) => [
      resource,
      demands.map(({ pool }) => Number(pool.includes(resource))).join(""),
    ]),
  );
  const profile = (resource: number) => `${kinds.get(resource)}:${units.get(resource)}`;
  return {
    during: (demand, resource) => {
      const { first, end } = spans[demand] as { first: number; end: number };
      const left = units.get(resource) as number[];
      let fewest = Infinity;
      for (let slice = first; slice < end; slice++) fewest = Math.min(fewest, left[slice] as number);
      return fewest;
    },
    take: (demand, { resource, quantity }) => {
      const { first, end } = spans[demand] as { first: number; end: number };
      const left = units.get(resource) as number[];
      for (let slice = first; slice < end; slice++) (left[slice] as number) -= quantity;
    },
    stateAt: (turn) => `${turn} ${[...units.keys()].map(profile).sort().join(" ")}`,
    areAlike: (one, other) => profile(one) === profile(other),
  };
}
