import type { Slot } from "./slot";

/** What a slot takes of people's time: a segment that leaves its person free takes nothing. */
export function toParts(slot: Slot) {
  return slot.segments
    .filter((segment) => segment.occupiesStaff)
    .map((segment) => ({
      position: segment.position,
      staffId: segment.staffId,
      blockedFrom: new Date(segment.blockedFrom),
      blockedUntil: new Date(segment.blockedUntil),
    }));
}
