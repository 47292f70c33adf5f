import type { Slot, SlotResource, SlotSegment } from "./slot";

/**
 * What a slot takes of people's time: a segment that leaves its person free takes nobody, and whoever is needed beside
 * is taken for the whole service, the customer's waiting between two segments included.
 */
export function toParts(slot: Pick<Slot, "segments">) {
  const own = slot.segments.filter(({ occupiesStaff }) => occupiesStaff);
  const further = services(slot).flatMap(({ first, last }) =>
    first.furtherStaffIds.map((staffId) => ({ ...timeOf(first, last), position: first.position, staffId })),
  );
  return [
    ...own.map((segment) => ({ ...timeOf(segment), position: segment.position, staffId: segment.staffId })),
    ...further,
  ];
}

/** What a slot takes of rooms and devices, either for a whole service or for a segment. */
export function toResourceParts(slot: Slot) {
  const throughout = services(slot).flatMap(({ first, last }) =>
    first.resources.filter(isThroughout).map((resource) => ({ ...amountOf(resource), ...timeOf(first, last) })),
  );
  const ofSegments = slot.segments.flatMap((segment) =>
    segment.resources
      .filter((resource) => !isThroughout(resource))
      .map((resource) => ({ ...amountOf(resource), ...timeOf(segment) })),
  );
  return [...throughout, ...ofSegments];
}

/** The first and the last segment of each part. */
function services({ segments }: Pick<Slot, "segments">): { first: SlotSegment; last: SlotSegment }[] {
  const parts = [...new Set(segments.map(({ part }) => part))];
  return parts.map((part) => {
    const own = segments.filter((segment) => segment.part === part);
    return { first: own[0] as SlotSegment, last: own.at(-1) as SlotSegment };
  });
}

const isThroughout = (resource: SlotResource) => resource.isThroughout === true;
const amountOf = ({ resourceId, quantity }: SlotResource) => ({ resourceId, quantity });

function timeOf(first: SlotSegment, last = first) {
  return { blockedFrom: new Date(first.blockedFrom), blockedUntil: new Date(last.blockedUntil) };
}
