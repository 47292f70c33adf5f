import type { Placed } from "./chain-walk";
import { furtherStaffGranter, ownWork, type PeopleFacts } from "./grant-further-staff";
import { resourceGranter } from "./grant-resources";
import type { Link } from "./links";
import type { SlotResource } from "./slot";
import type { Usage } from "./usage";
import { isWithinWorkingTime } from "./working-time";

/** What a chain takes beside the people who are booked. */
export interface Granted {
  /** For each link. */
  resources: readonly (readonly SlotResource[])[];
  /** For each part. */
  furtherStaff: readonly (readonly string[])[];
}

export interface ChainNeeds {
  /** What the chain so far can be given; null as soon as it lacks something, however it might go on. */
  grant: (placed: readonly Placed[]) => Granted | null;
}

/** What its links share with each other; null for a chain of which each link can be looked at alone. */
export function chainNeeds(
  links: readonly Link[],
  facts: PeopleFacts & { stock: readonly Usage[] },
): ChainNeeds | null {
  const grantResources = resourceGranter(links, facts);
  const grantFurtherStaff = furtherStaffGranter(links, facts);
  const isLimited = links.length > 1 && facts.data.staff.some(hasLimit);
  if (!grantResources && !grantFurtherStaff && !isLimited) return null;
  return {
    grant: (placed) => {
      if (isLimited && !isLastWithinWorkingTime(placed, facts)) return null;
      const resources = grantResources ? grantResources(placed) : [];
      const furtherStaff = resources && grantFurtherStaff ? grantFurtherStaff(placed) : [];
      return resources && furtherStaff && { resources, furtherStaff };
    },
  };
}

type Limits = Pick<PeopleFacts["data"]["staff"][number], "maxMinutesPerDay" | "maxMinutesPerWeek">;

function hasLimit({ maxMinutesPerDay, maxMinutesPerWeek }: Limits): boolean {
  return maxMinutesPerDay != null || maxMinutesPerWeek != null;
}

function isLastWithinWorkingTime(placed: readonly Placed[], { days }: PeopleFacts): boolean {
  const { candidate } = placed.at(-1) as Placed;
  return isWithinWorkingTime(candidate.staff, ownWork(candidate.index, { placed, days }));
}
