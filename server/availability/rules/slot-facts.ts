import { DAY, type EpochMs, MINUTE, toLocal } from "@/server/core/time";
import type { SlotFacts } from "../chains/schema";
import type { UnbookableReason } from "../schema";
import { bookableRange } from "./bookable-range";
import type { BookableService, CalendarData } from "./calendar-data";
import { dayNumberOf, localDays } from "./local-day";
import { openTimes } from "./schedule";
import type { SlotRequest } from "./slot";
import { zoneClock } from "./zone-clock";

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
      return { openHours: openHoursOn(asked) };
    case "does_not_fit":
    case "chain_does_not_fit":
      return { openHours: openHoursOn(asked), neededMinutes: neededMinutes(services, asked) };
    case "fully_booked":
    case "further_staff_busy":
      return { ...crowdOf(services, asked), neededMinutes: neededMinutes(services, asked) };
    case "off_grid":
      return { slotIntervalMinutes: asked.calendar.slotIntervalMinutes };
    case "class_full":
      return placesOf(asked);
    default:
      return {};
  }
}

function limitsOf(
  services: readonly BookableService[],
  { at, request: { now }, calendar: { zone } }: Asked,
): SlotFacts {
  const range = bookableRange({ from: at, until: at + 1, now, zone, services });
  return {
    minNoticeMinutes: Math.max(0, ...services.map(({ minNoticeMinutes }) => minNoticeMinutes)),
    earliestStartsAt: new Date(range.noticeKeptFrom),
    maxHorizonDays: Math.min(...services.map(({ maxHorizonDays }) => maxHorizonDays)),
    lastDate: toLocal(zone, range.horizonEndsAt - 1).date,
  };
}

/** Of the service whose limit is reached. */
function dayLimitOf(services: readonly BookableService[], { at, calendar: { zone } }: Asked): SlotFacts {
  const { date } = toLocal(zone, at);
  const bookedOn = ({ bookedPerDay }: BookableService) => bookedPerDay?.[date] ?? 0;
  const full = services.find((one) => one.maxPerDay != null && bookedOn(one) >= one.maxPerDay);
  return full?.maxPerDay == null ? {} : { maxPerDay: full.maxPerDay, bookedThatDay: bookedOn(full) };
}

function openHoursOn({ at, calendar: { zone, opening, holidays } }: Asked) {
  const { date } = toLocal(zone, at);
  const window = { from: at - DAY, until: at + DAY };
  const clock = zoneClock(zone, window);
  const days = localDays(clock, window).filter(({ number }) => number === dayNumberOf(date));
  const open = openTimes(opening, { clock, days, holidays: new Set(holidays.map(dayNumberOf)) });
  const end = (until: EpochMs) => (toLocal(zone, until).date === date ? toLocal(zone, until).time : "24:00");
  return open.map(({ from, until }) => ({ start: toLocal(zone, from).time, end: end(until) }));
}

/** Without the waits that a chain may have. */
function neededMinutes(services: readonly BookableService[], { request }: Asked): number {
  return request.parts.reduce((sum, { serviceId, durationMinutes }) => {
    const service = services.find(({ id }) => id === serviceId);
    const chain = service?.segments ?? [];
    const own = chain.reduce((minutes, link) => minutes + link.durationMinutes, 0);
    return sum + (chain.length > 0 ? own : (durationMinutes ?? service?.durationMinutes ?? 0));
  }, 0);
}

/** How many do the first service, and how many of them are taken at that time. */
function crowdOf(services: readonly BookableService[], asked: Asked): SlotFacts {
  const [first] = asked.request.parts;
  const offering = asked.calendar.staff.filter(({ offers }) =>
    offers.some((offer) => offer.serviceId === first.serviceId),
  );
  const until = asked.at + neededMinutes(services, asked) * MINUTE;
  const taken = offering.filter(({ busy }) => busy.some((one) => one.from < until && one.until > asked.at));
  return { staffCount: offering.length, busyStaffCount: taken.length };
}

function placesOf({ at, calendar: { sessions = [] } }: Asked): SlotFacts {
  const session = sessions.find(({ startsAt }) => startsAt === at);
  return session ? { capacity: session.capacity, placesLeft: session.capacity - session.placesTaken } : {};
}
