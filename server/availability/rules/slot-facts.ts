import { type EpochMs, MINUTE, toLocal } from "@/server/core/time";
import type { SlotFacts } from "../chains/schema";
import type { UnbookableReason } from "../schema";
import { beginnersOf, widestRange } from "./beginners";
import { bookableRange, strictest } from "./bookable-range";
import type { BookableService, BookingTerms, CalendarData } from "./calendar-data";
import { toLinks } from "./links";
import { openHoursOn } from "./moment";
import { eligiblePeople } from "./people";
import type { SlotRequest } from "./slot";

interface Asked {
  at: EpochMs;
  request: SlotRequest;
  calendar: CalendarData;
}

/** What explains a reason in numbers, so that people see what would have to change. */
export function factsOf(reason: UnbookableReason, asked: Asked): SlotFacts {
  const wanted = new Set(asked.request.parts.map(({ serviceId }) => serviceId));
  const services = asked.calendar.services.filter(({ id }) => wanted.has(id));
  switch (reason) {
    case "too_short_notice":
    case "beyond_horizon":
      return limitsOf(services, asked);
    case "daily_limit_reached":
      return dayLimitOf(services, asked);
    case "closed":
    case "holiday":
    case "staff_absent":
      return { openHours: hoursOfBranch(asked) };
    case "does_not_fit":
    case "chain_does_not_fit":
      return { openHours: hoursOfBranch(asked), neededMinutes: neededMinutes(asked) };
    case "fully_booked":
    case "further_staff_busy":
      return { ...crowdOf(asked), neededMinutes: neededMinutes(asked) };
    case "off_grid":
      return { slotIntervalMinutes: asked.calendar.slotIntervalMinutes };
    case "class_full":
      return placesOf(asked);
    default:
      return {};
  }
}

/** Of whoever could begin soonest, and of whoever may be booked farthest ahead; a session has its teacher's terms. */
function limitsOf(services: readonly BookableService[], asked: Asked): SlotFacts {
  const { at, request, calendar } = asked;
  const ranges = termsAt(services, asked).map((terms) => {
    return {
      ...strictest(terms),
      ...bookableRange({ ...request, from: at, until: at + 1, zone: calendar.zone, terms }),
    };
  });
  const { noticeKeptFrom, horizonEndsAt } = widestRange(ranges);
  return {
    minNoticeMinutes: Math.min(...ranges.map(({ minNoticeMinutes }) => minNoticeMinutes)),
    earliestStartsAt: new Date(noticeKeptFrom),
    maxHorizonDays: Math.max(...ranges.map(({ maxHorizonDays }) => maxHorizonDays)),
    lastDate: toLocal(calendar.zone, horizonEndsAt - 1).date,
  };
}

function termsAt(services: readonly BookableService[], { at, request, calendar }: Asked): (readonly BookingTerms[])[] {
  const taught = calendar.sessions?.find(({ startsAt, terms }) => startsAt === at && terms);
  if (taught?.terms) return [[taught.terms]];
  const links = toLinks(request, calendar) ?? [];
  const [people = []] = eligiblePeople(links, calendar);
  const beginners = beginnersOf(request, { links, data: calendar, people });
  return beginners.length > 0 ? beginners.map(({ terms }) => terms) : [services];
}

/** Of the service whose limit is reached. */
function dayLimitOf(services: readonly BookableService[], { at, calendar: { zone } }: Asked): SlotFacts {
  const { date } = toLocal(zone, at);
  const bookedOn = ({ bookedPerDay }: BookableService) => bookedPerDay?.[date] ?? 0;
  const full = services.find((one) => one.maxPerDay != null && bookedOn(one) >= one.maxPerDay);
  return full?.maxPerDay == null ? {} : { maxPerDay: full.maxPerDay, bookedThatDay: bookedOn(full) };
}

function hoursOfBranch({ at, calendar: { zone, opening, holidays } }: Asked) {
  return openHoursOn(opening, { at, zone, holidays });
}

/** Without the waits that a chain may have. */
export function neededMinutes({ request, calendar: { services } }: Pick<Asked, "request" | "calendar">): number {
  return request.parts.reduce((sum, { serviceId, durationMinutes }) => {
    const service = services.find(({ id }) => id === serviceId);
    const chain = service?.segments ?? [];
    const own = chain.reduce((minutes, link) => minutes + link.durationMinutes, 0);
    return sum + (chain.length > 0 ? own : (durationMinutes ?? service?.durationMinutes ?? 0));
  }, 0);
}

/** How many do the first service, and how many of them are taken at that time. */
function crowdOf(asked: Asked): SlotFacts {
  const [first] = asked.request.parts;
  const offering = asked.calendar.staff.filter(({ offers }) =>
    offers.some((offer) => offer.serviceId === first.serviceId),
  );
  const until = asked.at + neededMinutes(asked) * MINUTE;
  const taken = offering.filter(({ busy }) => busy.some((one) => one.from < until && one.until > asked.at));
  return { staffCount: offering.length, busyStaffCount: taken.length };
}

function placesOf({ at, calendar: { sessions = [] } }: Asked): SlotFacts {
  const session = sessions.find(({ startsAt }) => startsAt === at);
  return session ? { capacity: session.capacity, placesLeft: session.capacity - session.placesTaken } : {};
}
