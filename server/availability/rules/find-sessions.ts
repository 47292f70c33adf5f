import type { UnbookableReason } from "../schema";
import type { BookableRange } from "./bookable-range";
import type { BookableService, CalendarData, ClassSession } from "./calendar-data";
import type { Slot, SlotPart, SlotRequest, SlotSearch } from "./slot";

export interface SessionFacts {
  services: readonly BookableService[];
  range: BookableRange;
  data: CalendarData;
}

/**
 * The sessions of a class that have enough places left: planned by a person, they need neither opening hours nor the
 * grid. A class stands alone: nothing is put before or behind it in one booking.
 */
export function findSessions(request: SlotRequest, { services, range, data }: SessionFacts): SlotSearch {
  if (request.parts.length > 1) return { slots: [], reason: "chain_does_not_fit" };
  const [part] = request.parts;
  const sessions = (data.sessions ?? []).filter(
    ({ serviceId, staffId }) => serviceId === part.serviceId && (!part.staffId || staffId === part.staffId),
  );
  const withPlaces = sessions.filter((session) => placesLeft(session) >= (request.partySize ?? 1));
  const { bookable } = range;
  const slots = withPlaces
    .filter(({ startsAt }) => isIn(startsAt, request.isExact ? { ...bookable, until: request.from + 1 } : bookable))
    .map((session) => toSlot(session, { part, service: services[0] as BookableService, data }))
    .sort((a, b) => a.startsAt - b.startsAt);
  return slots.length > 0 ? { slots } : { slots, reason: reasonNoPlace(request, { sessions, withPlaces, range }) };
}

function placesLeft({ capacity, placesTaken }: ClassSession): number {
  return capacity - placesTaken;
}

interface Sessions {
  sessions: readonly ClassSession[];
  withPlaces: readonly ClassSession[];
  range: BookableRange;
}

function reasonNoPlace({ from, until, now }: SlotRequest, { sessions, withPlaces, range }: Sessions): UnbookableReason {
  const tooSoon = { from: Math.max(from, now), until: Math.min(range.asked.until, range.noticeKeptFrom) };
  const any = (list: readonly ClassSession[], stretch: { from: number; until: number }) =>
    list.some(({ startsAt }) => isIn(startsAt, stretch));
  if (any(sessions, range.bookable)) return "class_full";
  if (any(withPlaces, tooSoon)) return "too_short_notice";
  if (any(sessions, tooSoon)) return "class_full";
  if (any(sessions, { from: range.horizonEndsAt, until })) return "beyond_horizon";
  return any(sessions, { from: range.asked.from, until: now }) ? "in_the_past" : "no_session";
}

function isIn(at: number, { from, until }: { from: number; until: number }): boolean {
  return from <= at && at < until;
}

interface SlotFacts {
  part: SlotPart;
  service: BookableService;
  data: CalendarData;
}

function toSlot(session: ClassSession, { service, data }: SlotFacts): Slot {
  const { id, staffId, startsAt, endsAt } = session;
  const time = { staffId, startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt };
  const teacher = data.staff.find((person) => person.id === staffId);
  const price = teacher?.offers.find(({ serviceId }) => serviceId === service.id)?.priceCents;
  const nothing = { occupiesStaff: false, furtherStaffIds: [], resources: [] };
  return {
    ...time,
    priceCents: price ?? service.priceCents,
    segments: [{ position: 0, part: 0, serviceId: service.id, name: null, ...time, ...nothing }],
    session: { id, placesLeft: placesLeft(session) },
  };
}
