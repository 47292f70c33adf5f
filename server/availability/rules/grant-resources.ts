import type { CalendarData } from "./calendar-data";
import type { Placed } from "./chain-walk";
import type { Patience } from "./patience";
import { chooseResources } from "./resource-choice";
import { type Demand, demandsOf, type LinkNeeds } from "./resource-demand";
import type { SlotResource } from "./slot";
import type { Usage } from "./usage";

type ResourcesOfLinks = readonly (readonly SlotResource[])[];

/** Finds the resources for a chain, each in the links that it serves; null for links that need none. */
export function resourceGranter(
  needs: readonly LinkNeeds[],
  { data, stock, patience }: { data: CalendarData; stock: readonly Usage[]; patience: Patience },
) {
  if (needs.every(({ ofService, ofLink }) => ofService.length + ofLink.length === 0)) return null;
  return (placed: readonly Placed[]): ResourcesOfLinks | null => {
    const demands = demandsOf(placed, needs);
    const choices = chooseResources(demands, { stock, patience });
    if (!choices) return null;
    const taken = choices.map(({ demand, resource, quantity }) => ({
      demand: demands[demand] as Demand,
      resourceId: data.resources?.[resource]?.id as string,
      quantity,
    }));
    return placed.map((one, nr) =>
      taken
        .filter(({ demand }) =>
          demand.isThroughout ? placed[demand.link]?.link.part === one.link.part : demand.link === nr,
        )
        .map(({ demand, resourceId, quantity }) =>
          demand.isThroughout ? { resourceId, quantity, isThroughout: true } : { resourceId, quantity },
        ),
    );
  };
}
