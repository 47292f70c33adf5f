import type { Slot } from "@/server/availability/rules/slot";
import { isPlainWish, partsOf, type ServiceWish } from "@/server/availability/rules/wished-parts";

/** What an appointment's row says of its slot. */
export function slotColumns(slot: Slot) {
  return {
    staffId: slot.staffId,
    classSessionId: slot.session?.id ?? null,
    bookingType: slot.segments.length > 1 ? ("composite" as const) : ("simple" as const),
    startsAt: new Date(slot.startsAt),
    endsAt: new Date(slot.endsAt),
    blockedFrom: new Date(slot.blockedFrom),
    blockedUntil: new Date(slot.blockedUntil),
  };
}

/** The stretches of an appointment by their names; one without a name of its own is called like its service. */
export function segmentRows(
  appointmentId: string,
  { slot, serviceNames }: { slot: Slot; serviceNames: Readonly<Record<string, string>> },
) {
  return slot.segments.map(({ position, serviceId, name, staffId, startsAt, endsAt, occupiesStaff, resources }) => ({
    appointmentId,
    position,
    serviceId,
    name: name ?? serviceNames[serviceId] ?? "",
    staffId,
    resourceId: resources[0]?.resourceId ?? null,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    occupiesStaff,
  }));
}

/** What has to be remembered of a wish, so that a move looks for just that. */
export function partsToKeep(wish: ServiceWish) {
  if (isPlainWish(wish)) return {};
  const parts = partsOf(wish).map(({ serviceId, staffId = null, durationMinutes = null }) => {
    return { serviceId, staffId, durationMinutes };
  });
  return { parts };
}
