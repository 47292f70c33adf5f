import type { UnbookableReason } from "../schema";
import { type WishedLinks, widestRange } from "./beginners";
import { type BookableRange, bookableRange } from "./bookable-range";
import type { BookableService, BookingTerms, CalendarData, ClassSession } from "./calendar-data";
import type { Interval } from "./interval";
import type { Slot, SlotPart, SlotRequest, SlotSearch } from "./slot";
import { reasonOfRange } from "./unbookable-reason";

/**
 * The sessions of a class that have enough places left: planned by a person, they need neither opening hours nor the
 * grid. A class stands alone: nothing is put before or behind it in one booking.
 */
export function findSessions(request: SlotRequest, { links, data }: WishedLinks): SlotSearch {
  const [part] = request.parts;
  const services = links.map(({ service }) => service);
  const rangeOn = (terms: readonly BookingTerms[]) => bookableRange({ ...request, zone: data.zone, terms });
  const common = rangeOn(services);
  const sessions = (data.sessions ?? [])
    .filter(({ serviceId, staffId }) => serviceId === part.serviceId && (!part.staffId || staffId === part.staffId))
    .map((session) => ({ session, range: session.terms ? rangeOn([session.terms]) : common }));
  const refusal = reasonOfRange(
    request,
    widestRange(sessions.length > 0 ? sessions.map(({ range }) => range) : [common]),
  );
  if (refusal) return { slots: [], reason: refusal };
  if (request.parts.length > 1) return { slots: [], reason: "chain_does_not_fit" };
  const withPlaces = sessions.filter(({ session }) => placesLeft(session) >= (request.partySize ?? 1));
  const slots = withPlaces
    .filter(({ session, range }) => isIn(session.startsAt, bookableNow(request, range)))
    .map(({ session }) => toSlot(session, { part, service: services[0] as BookableService, data }))
    .sort((a, b) => a.startsAt - b.startsAt);
  return slots.length > 0 ? { slots } : { slots, reason: reasonNoPlace(request, { sessions, withPlaces }) };
}

function bookableNow({ from, isExact }: SlotRequest, { bookable }: BookableRange): Interval {
  return isExact ? { ...bookable, until: from + 1 } : bookable;
}

function placesLeft({ capacity, placesTaken }: ClassSession): number {
  return capacity - placesTaken;
}

/** A session, and when it may be booked: on its teacher's terms, or on the service's. */
interface Session {
  session: ClassSession;
  range: BookableRange;
}

interface Sessions {
  sessions: readonly Session[];
  withPlaces: readonly Session[];
}

function reasonNoPlace({ from, until, now }: SlotRequest, { sessions, withPlaces }: Sessions): UnbookableReason {
  const any = (list: readonly Session[], stretchOf: (range: BookableRange) => Interval) =>
    list.some(({ session, range }) => isIn(session.startsAt, stretchOf(range)));
  const tooSoon = ({ asked, noticeKeptFrom }: BookableRange) => {
    return { from: Math.max(from, now), until: Math.min(asked.until, noticeKeptFrom) };
  };
  if (any(sessions, ({ bookable }) => bookable)) return "class_full";
  if (any(withPlaces, tooSoon)) return "too_short_notice";
  if (any(sessions, tooSoon)) return "class_full";
  if (any(sessions, ({ horizonEndsAt }) => ({ from: horizonEndsAt, until }))) return "beyond_horizon";
  return any(sessions, ({ asked }) => ({ from: asked.from, until: now })) ? "in_the_past" : "no_session";
}

function isIn(at: number, { from, until }: Interval): boolean {
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
