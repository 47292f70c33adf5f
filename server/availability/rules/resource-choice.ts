import { type Patience, takeStep } from "./patience";
import type { Demand } from "./resource-demand";
import { toUnitsLeft, type UnitsLeft } from "./units-left";
import type { Usage } from "./usage";

/** So many units of a resource, by its place in the calendar's list, for one of the demands. */
export interface Choice {
  demand: number;
  resource: number;
  quantity: number;
}

/**
 * Resources for all demands at once, so that none is taken beyond its capacity at any instant, or null when there is no
 * such plan. One resource is preferred to several for one demand; what has fewer resources to choose from chooses first.
 */
export function chooseResources(
  demands: readonly Demand[],
  { stock, patience }: { stock: readonly Usage[]; patience: Patience },
): Choice[] | null {
  const left = toUnitsLeft(demands, stock);
  if (!left) return null;
  const order = [...demands.keys()].sort((a, b) => poolSize(demands[a]) - poolSize(demands[b]) || a - b);
  const plan: Plan = { demands, left, order, chosen: [], deadEnds: new Set(), patience };
  return settle(plan, 0) ? plan.chosen : null;
}

const poolSize = (demand: Demand | undefined) => demand?.pool.length ?? 0;

interface Plan {
  demands: readonly Demand[];
  left: UnitsLeft;
  /** The demands' numbers as they choose. */
  order: readonly number[];
  chosen: Choice[];
  /** What was left when the rest of the demands could not be met. */
  deadEnds: Set<string>;
  patience: Patience;
}

function settle(plan: Plan, turn: number): boolean {
  const { demands, left, order, deadEnds } = plan;
  const nr = order[turn];
  if (nr === undefined) return true;
  const { pool, quantity: missing } = demands[nr] as Demand;
  if (deadEnds.size > 0 && deadEnds.has(left.stateAt(turn))) return false;
  const hasAll = (resource: number) => Number(left.during(nr, resource) >= missing);
  const preferred = pool.length > 1 ? [...pool].sort((a, b) => hasAll(b) - hasAll(a)) : pool;
  const isSettled = spread(plan, { turn, pool: preferred, missing });
  if (!isSettled) deadEnds.add(left.stateAt(turn));
  return isSettled;
}

interface Spreading {
  turn: number;
  /** Those that may still give. */
  pool: readonly number[];
  missing: number;
}

function spread(plan: Plan, { turn, pool, missing }: Spreading): boolean {
  if (missing === 0) return settle(plan, turn + 1);
  takeStep(plan.patience);
  const { left, chosen } = plan;
  const demand = plan.order[turn] as number;
  for (const [place, resource] of pool.entries()) {
    const rest = pool.slice(place + 1);
    const ofRest = rest.reduce((sum, other) => sum + left.during(demand, other), 0);
    const most = Math.min(missing, left.during(demand, resource));
    if (pool.slice(0, place).some((other) => left.areAlike(other, resource))) continue;
    for (let quantity = most; quantity > 0 && missing - quantity <= ofRest; quantity--) {
      left.take(demand, { resource, quantity });
      chosen.push({ demand, resource, quantity });
      if (spread(plan, { turn, pool: rest, missing: missing - quantity })) return true;
      chosen.pop();
      left.take(demand, { resource, quantity: -quantity });
    }
  }
  return false;
}
