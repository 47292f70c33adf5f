import type { CalendarData } from "./calendar-data";
import { isSuitable } from "./further-staff";
import type { Interval } from "./interval";
import type { Link } from "./links";
import { resourceNeeds } from "./resource-demand";
import { shortagesOf, type Usage, usageOf } from "./usage";

export interface StockFacts {
  data: CalendarData;
  /** Of the resources, in the calendar's order. */
  stock: readonly Usage[];
}

/**
 * When a link can't be done for want of rooms or of people beside. It looks at one need after the other: what is no
 * shortage may still turn out to be too little for all needs of a chain together.
 */
export function shortagesOfLink(link: Link, { data, stock }: StockFacts): Interval[] {
  const { ofService, ofLink } = resourceNeeds(link, data);
  const ofResources = [...ofService, ...ofLink].flatMap(({ pool, quantity }) =>
    shortagesOf(
      pool.map((index) => stock[index] as Usage),
      quantity,
    ),
  );
  const ofPeople = (link.service.staffRequirements ?? []).flatMap((requirement) => {
    const suitable = data.staff.filter((person) => isSuitable(requirement, person));
    return shortagesOf(suitable.map(usageOfPerson), requirement.count);
  });
  return [...ofResources, ...ofPeople];
}

function usageOfPerson({ busy }: CalendarData["staff"][number]): Usage {
  return usageOf(
    busy.map((taken) => ({ ...taken, quantity: 1 })),
    1,
  );
}
