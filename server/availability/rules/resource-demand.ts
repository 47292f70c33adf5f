import type { CalendarData, ResourceCalendar, ResourceNeed } from "./calendar-data";
import type { Placed } from "./chain-walk";
import type { Interval } from "./interval";
import type { Link } from "./links";

/** So many units of those resources (by their places in the calendar's list) for a stretch of time. */
export interface Demand extends Interval {
  /** The link that it belongs to; of a whole service's demand the service's first. */
  link: number;
  pool: readonly number[];
  quantity: number;
  isThroughout: boolean;
}

type Need = Pick<Demand, "pool" | "quantity">;

/** What a link needs, and what its service needs as long as it lasts. */
export interface LinkNeeds {
  ofService: readonly Need[];
  ofLink: readonly Need[];
}

export function resourceNeeds({ service, resourceType }: Link, { resources = [] }: CalendarData): LinkNeeds {
  const toNeed = (need: ResourceNeed): Need => ({
    pool: [...resources.keys()].filter((index) => isMatch(resources[index] as ResourceCalendar, need)),
    quantity: need.quantity,
  });
  const ofLink = resourceType ? [{ resourceId: null, groupId: null, type: resourceType, quantity: 1 }] : [];
  return { ofService: (service.resources ?? []).map(toNeed), ofLink: ofLink.map(toNeed) };
}

function isMatch({ id, groupId, type }: ResourceCalendar, need: ResourceNeed): boolean {
  if (need.resourceId) return id === need.resourceId;
  return need.groupId ? groupId === need.groupId : type === need.type;
}

/** All that a chain takes so far: two needs at the same time are two demands, also where one resource would do for each. */
export function demandsOf(placed: readonly Placed[], needs: readonly LinkNeeds[]): Demand[] {
  return placed.flatMap((one, nr) => {
    const own = { from: one.startsAt - one.link.bufferBeforeMs, until: one.endsAt + one.link.bufferAfterMs };
    const ofLink = (needs[nr]?.ofLink ?? []).map((need) => ({ ...need, ...own, link: nr, isThroughout: false }));
    if (placed[nr - 1]?.link.part === one.link.part) return ofLink;
    const last = placed.findLast(({ link }) => link.part === one.link.part) as Placed;
    const whole = { from: own.from, until: last.endsAt + last.link.bufferAfterMs, link: nr, isThroughout: true };
    return [...(needs[nr]?.ofService ?? []).map((need) => ({ ...need, ...whole })), ...ofLink];
  });
}
