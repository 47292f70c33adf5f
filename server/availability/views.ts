import { toOffsetIso } from "@/server/core/time";
import type { Calendar } from "./repository/load-calendar";
import type { Slot } from "./rules/slot";
import type { FreeSlot } from "./schema";

/** A slot with the names that belong to it, by the clock of a zone. */
export function toFreeSlot(slot: Slot, { calendar, zone }: { calendar: Calendar; zone: string }): FreeSlot {
  const { startsAt, endsAt, staffId, priceCents, segments, session } = slot;
  return {
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    staffId,
    staffName: calendar.staffNames[staffId] ?? "",
    priceCents,
    start: toOffsetIso(zone, startsAt),
    end: toOffsetIso(zone, endsAt),
    segments: segments.length > 1 ? toSegments(slot, calendar) : [],
    resources: toResources(slot, calendar),
    session: session ?? null,
  };
}

/** What the whole slot takes, each once. */
function toResources({ segments }: Slot, { resourceNames }: Calendar): FreeSlot["resources"] {
  const ids = new Set(segments.flatMap(({ resources }) => resources.map(({ resourceId }) => resourceId)));
  return [...ids].map((id) => ({ id, name: resourceNames[id] ?? "" }));
}

/** The stretches of a slot, each called by its own name or its service's. */
export function toSegments({ segments }: Slot, { serviceNames, staffNames }: Calendar): FreeSlot["segments"] {
  return segments.map(({ serviceId, name, staffId, startsAt, endsAt, occupiesStaff }) => ({
    serviceId,
    name: name ?? serviceNames[serviceId] ?? "",
    staffId,
    staffName: staffNames[staffId] ?? "",
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    occupiesStaff,
  }));
}
