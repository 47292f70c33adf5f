import { type ChainState, chainState } from "./chain-state";
import type { Placed } from "./chain-walk";
import { furtherStaffGranter, ownWork, type PeopleFacts } from "./grant-further-staff";
import { resourceGranter } from "./grant-resources";
import type { Chain } from "./reach";
import { resourceNeeds } from "./resource-demand";
import type { SlotResource } from "./slot";
import { type NextTurn, turningPoints } from "./turning-points";
import type { Usage } from "./usage";
import { hasLimit, isWithinWorkingTime } from "./working-time";

/** What a chain takes beside the people who are booked. */
export interface Granted {
  /** For each link. */
  resources: readonly (readonly SlotResource[])[];
  /** For each part. */
  furtherStaff: readonly (readonly string[])[];
}

/** `time` whoever does what, for want of rooms or of people beside at that time; `people` because of who does what. */
export type Lack = "time" | "people";

export interface ChainNeeds {
  /** What the chain so far can be given, or what it lacks already, however it might go on. */
  grant: (placed: readonly Placed[]) => Granted | Lack;
  nextTurn: NextTurn;
  stateOf: (placed: readonly Placed[]) => ChainState;
  /** States from which no chain can be completed. */
  deadEnds: Set<string>;
}

/** What its links share with each other; null for a chain of which each link can be looked at alone. */
export function chainNeeds(chain: Chain, facts: PeopleFacts & { stock: readonly Usage[] }): ChainNeeds | null {
  const { links } = chain;
  const needs = links.map((link) => resourceNeeds(link, facts.data));
  const grantResources = resourceGranter(needs, facts);
  const grantFurtherStaff = furtherStaffGranter(links, facts);
  const isLimited = links.length > 1 && facts.data.staff.some(hasLimit);
  if (!grantResources && !grantFurtherStaff && !isLimited) return null;
  const grant = (placed: readonly Placed[]): Granted | Lack => {
    const resources = grantResources ? grantResources(placed) : [];
    if (!resources) return "time";
    if (isLimited && !isLastWithinWorkingTime(placed, facts)) return "people";
    const furtherStaff = grantFurtherStaff ? grantFurtherStaff(placed) : [];
    return typeof furtherStaff === "string" ? furtherStaff : { resources, furtherStaff };
  };
  const nextTurn = turningPoints(chain, facts);
  return {
    grant,
    nextTurn,
    stateOf: chainState(links, { ...facts, needs }),
    deadEnds: new Set(),
  };
}

function isLastWithinWorkingTime(placed: readonly Placed[], { days }: PeopleFacts): boolean {
  const { candidate } = placed.at(-1) as Placed;
  return isWithinWorkingTime(candidate.staff, ownWork(candidate.index, { placed, days }));
}
