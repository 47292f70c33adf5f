import type { FoundChain, Placed } from "./chain-walk";
import type { Slot, SlotSegment } from "./slot";

export function toSlot({ placed, resources, furtherStaff }: FoundChain): Slot {
  const segments = placed.map((one, position): SlotSegment => {
    const { link, candidate, startsAt, endsAt } = one;
    return {
      position,
      part: link.part,
      serviceId: link.serviceId,
      name: link.name,
      staffId: candidate.staff.id,
      startsAt,
      endsAt,
      blockedFrom: startsAt - link.bufferBeforeMs,
      blockedUntil: endsAt + link.bufferAfterMs,
      occupiesStaff: !link.isStaffFree,
      furtherStaffIds: [...(furtherStaff[link.part] ?? [])],
      resources: [...(resources[position] ?? [])],
    };
  });
  const [first, last] = [segments[0] as SlotSegment, segments.at(-1) as SlotSegment];
  return {
    startsAt: first.startsAt,
    endsAt: last.endsAt,
    staffId: first.staffId,
    blockedFrom: Math.min(...segments.map(({ blockedFrom }) => blockedFrom)),
    blockedUntil: Math.max(...segments.map(({ blockedUntil }) => blockedUntil)),
    priceCents: placed.reduce((total, one, nr) => total + priceOf(one, placed[nr - 1]), 0),
    segments,
  };
}

/** A part costs what the person of its first segment takes for the service, else what the service costs. */
function priceOf({ link, candidate }: Placed, before: Placed | undefined): number {
  if (before?.link.part === link.part) return 0;
  const own = candidate.staff.offers.find(({ serviceId }) => serviceId === link.service.id)?.priceCents;
  return own ?? link.service.priceCents;
}
