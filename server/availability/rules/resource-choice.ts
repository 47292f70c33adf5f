import type { Interval } from "./interval";
import type { Demand } from "./resource-demand";
import { peakOf, type Usage } from "./usage";

/** So many units of a resource, by its place in the calendar's list, for one of the demands. */
export interface Choice {
  demand: number;
  resource: number;
  quantity: number;
}

/** How many choices are tried before a plan counts as impossible. */
const MOST_TRIES = 500;

/**
 * Resources for all demands at once, so that none is taken beyond its capacity at any instant, or null. One resource is
 * preferred to several for one demand; what has fewer resources to choose from chooses first.
 */
export function chooseResources(demands: readonly Demand[], stock: readonly Usage[]): Choice[] | null {
  const order = [...demands.keys()].sort((a, b) => poolSize(demands[a]) - poolSize(demands[b]) || a - b);
  const plan: Plan = { demands, stock, order, chosen: [], tries: MOST_TRIES };
  return settle(plan, 0) ? plan.chosen : null;
}

const poolSize = (demand: Demand | undefined) => demand?.pool.length ?? 0;

interface Plan {
  demands: readonly Demand[];
  stock: readonly Usage[];
  /** The demands' numbers as they choose. */
  order: readonly number[];
  chosen: Choice[];
  tries: number;
}

function settle(plan: Plan, turn: number): boolean {
  const nr = plan.order[turn];
  if (nr === undefined) return true;
  const demand = plan.demands[nr] as Demand;
  const hasAll = (resource: number) => Number(unitsLeft(plan, { resource, during: demand }) >= demand.quantity);
  const pool = demand.pool.length > 1 ? [...demand.pool].sort((a, b) => hasAll(b) - hasAll(a)) : demand.pool;
  return spread(plan, { turn, pool, missing: demand.quantity });
}

interface Spreading {
  turn: number;
  /** Those that may still give. */
  pool: readonly number[];
  missing: number;
}

function spread(plan: Plan, { turn, pool, missing }: Spreading): boolean {
  if (missing === 0) return settle(plan, turn + 1);
  const demand = plan.order[turn] as number;
  const during = plan.demands[demand] as Demand;
  for (const [place, resource] of pool.entries()) {
    const most = Math.min(missing, unitsLeft(plan, { resource, during }));
    for (let quantity = most; quantity > 0; quantity--) {
      if (--plan.tries < 0) return false;
      plan.chosen.push({ demand, resource, quantity });
      if (spread(plan, { turn, pool: pool.slice(place + 1), missing: missing - quantity })) return true;
      plan.chosen.pop();
    }
  }
  return false;
}

/** What the stretch leaves of a resource beside what others and the chain's own demands take at the same instant. */
function unitsLeft({ demands, stock, chosen }: Plan, { resource, during }: { resource: number; during: Interval }) {
  const usage = stock[resource] as Usage;
  const own = chosen
    .filter((one) => one.resource === resource)
    .map(({ demand, quantity }) => ({ ...(demands[demand] as Demand), quantity }))
    .filter(({ from, until }) => from < during.until && until > during.from);
  const edges = [...new Set([during.from, ...own.flatMap(({ from, until }) => [from, until]), during.until])]
    .filter((at) => at >= during.from && at <= during.until)
    .sort((a, b) => a - b);
  let most = 0;
  for (const [nr, from] of edges.slice(0, -1).entries()) {
    const mine = own.reduce((sum, one) => (one.from <= from && from < one.until ? sum + one.quantity : sum), 0);
    most = Math.max(most, mine + peakOf(usage, { from, until: edges[nr + 1] as number }));
  }
  return usage.capacity - most;
}
