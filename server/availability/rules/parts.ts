import type { Slot } from "./slot";

/** What a slot takes of people's time: a segment that leaves its person free takes only those who are needed beside. */
export function toParts(slot: Slot) {
  return slot.segments.flatMap(({ position, occupiesStaff, staffId, furtherStaffIds, blockedFrom, blockedUntil }) =>
    [...(occupiesStaff ? [staffId] : []), ...furtherStaffIds].map((id) => ({
      position,
      staffId: id,
      blockedFrom: new Date(blockedFrom),
      blockedUntil: new Date(blockedUntil),
    })),
  );
}

/** What a slot takes of rooms and devices. */
export function toResourceParts(slot: Slot) {
  return slot.segments.flatMap(({ resources, blockedFrom, blockedUntil }) =>
    resources.map(({ resourceId, quantity }) => ({
      resourceId,
      quantity,
      blockedFrom: new Date(blockedFrom),
      blockedUntil: new Date(blockedUntil),
    })),
  );
}
