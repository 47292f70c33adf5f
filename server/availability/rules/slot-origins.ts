import { MINUTE } from "@/server/core/time";
import type { SlotOrigin } from "../chains/schema";
import type { UnbookableReason } from "../schema";
import type { CalendarData, StaffCalendar } from "./calendar-data";
import { isSuitable } from "./further-staff";
import type { Interval } from "./interval";
import { type Link, toLinks } from "./links";
import { closingAt, openHoursOn, takenUntil, worksThroughout } from "./moment";
import { ablePeople, eligiblePeople } from "./people";
import { resourceNeeds } from "./resource-demand";
import type { SlotRequest } from "./slot";
import { neededMinutes } from "./slot-facts";

/** An origin before anybody has looked up what it is called. */
export type UnnamedOrigin = Omit<SlotOrigin, "name">;

interface Asked {
  at: number;
  request: SlotRequest;
  calendar: CalendarData;
}

/** More than these say no more. */
const MOST = 5;
const nothingMore = { exceptionKind: null, until: null, hours: null };

/** Whose rule or whose time it is that stands in the way, each with the place where it is set. */
export function originsOf(reason: UnbookableReason, asked: Asked): UnnamedOrigin[] {
  return unlimited(reason, asked).slice(0, MOST);
}

function unlimited(reason: UnbookableReason, asked: Asked): UnnamedOrigin[] {
  const { request, calendar, at } = asked;
  const [{ serviceId, staffId }] = request.parts;
  const links = toLinks(request, calendar) ?? [];
  const lasting = { from: at, until: at + neededMinutes(asked) * MINUTE };
  switch (reason) {
    case "closed":
      return [closureOf(asked)];
    case "staff_does_not_offer_it":
      return [{ ...nothingMore, kind: "staff", id: staffId ?? null, rule: "offer" }];
    case "nobody_offers_it":
      return unofferedOf(links, calendar).map((id) => ({ ...nothingMore, kind: "service", id, rule: "offer" }));
    case "daily_limit_reached":
      return [{ ...nothingMore, kind: "service", id: serviceId, rule: "daily_limit" }];
    case "no_session":
      return [{ ...nothingMore, kind: "service", id: serviceId, rule: "sessions" }];
    case "class_full":
      return (calendar.sessions ?? [])
        .filter((session) => session.startsAt === at && session.serviceId === serviceId)
        .map(({ id }) => ({ ...nothingMore, kind: "session", id, rule: "places" }));
    case "off_grid":
      return [{ ...nothingMore, kind: "company", id: null, rule: "grid" }];
    case "working_time_limit_reached":
      return peopleOf(links, calendar)
        .filter(({ maxMinutesPerDay, maxMinutesPerWeek }) => maxMinutesPerDay != null || maxMinutesPerWeek != null)
        .map(({ id }) => ({ ...nothingMore, kind: "staff", id, rule: "working_limit" }));
    case "resource_taken":
      return resourcesInTheWay(links, { calendar, lasting });
    case "further_staff_busy":
      return furtherPeople(links, calendar).flatMap((person) => whyNot(person, { asked, lasting }));
    case "staff_absent":
    case "does_not_fit":
    case "chain_does_not_fit":
    case "fully_booked":
      return peopleOf(links, calendar).flatMap((person) => whyNot(person, { asked, lasting }));
    default:
      return [];
  }
}

function closureOf({ at, calendar }: Asked): UnnamedOrigin {
  const { zone, branchId: id, opening } = calendar;
  const closing = closingAt(opening, { from: at, until: at + 1 });
  if (closing) return { kind: "branch", id, rule: "closure", ...closing, hours: null };
  return { ...nothingMore, kind: "branch", id, rule: "hours", hours: openHoursOn(opening, { at, zone }) };
}

function unofferedOf(links: readonly Link[], calendar: CalendarData): string[] {
  const lacking = links.filter((link) => ablePeople(link, calendar).length === 0);
  return [...new Set((lacking.length > 0 ? lacking : links).map((link) => link.serviceId))];
}

/** Everybody who could do any of it, and who is wanted. */
function peopleOf(links: readonly Link[], calendar: CalendarData): StaffCalendar[] {
  const worked = eligiblePeople(links, calendar).filter((_, nr) => !links[nr]?.isStaffFree);
  const indices = new Set(worked.flat().map(({ index }) => index));
  return calendar.staff.filter((_, index) => indices.has(index));
}

function furtherPeople(links: readonly Link[], { staff }: CalendarData): StaffCalendar[] {
  const wanted = links.flatMap(({ service }) => service.staffRequirements ?? []);
  return staff.filter((person) => wanted.some((requirement) => isSuitable(requirement, person)));
}

/** One person: away, not at work, or taken; nothing of somebody who would have time. */
function whyNot(person: StaffCalendar, { asked, lasting }: { asked: Asked; lasting: Interval }): UnnamedOrigin[] {
  const { zone, branchId } = asked.calendar;
  const origin = { kind: "staff", id: person.id } as const;
  const closing = closingAt(person.schedule, lasting);
  if (closing) return [{ ...origin, rule: "absence", ...closing, hours: null }];
  if (!worksThroughout(person.schedule, { lasting, zone, branchId })) {
    const hours = openHoursOn(person.schedule, { at: asked.at, zone, branchId });
    return [{ ...nothingMore, ...origin, rule: "hours", hours }];
  }
  const until = takenUntil(person.busy, lasting);
  return until === null ? [] : [{ ...nothingMore, ...origin, rule: "taken", until: new Date(until) }];
}

function resourcesInTheWay(
  links: readonly Link[],
  { calendar, lasting }: { calendar: CalendarData; lasting: Interval },
): UnnamedOrigin[] {
  const needs = links.flatMap((link) => Object.values(resourceNeeds(link, calendar)).flat());
  const pool = [...new Set(needs.flatMap((need) => need.pool))];
  return pool.flatMap((index): UnnamedOrigin[] => {
    const resource = calendar.resources?.[index];
    if (!resource) return [];
    const origin = { kind: "resource", id: resource.id } as const;
    const closing = closingAt({ hours: [], exceptions: resource.exceptions }, lasting);
    if (closing) return [{ ...origin, rule: "absence", ...closing, hours: null }];
    const until = takenUntil(resource.busy, lasting);
    return until === null ? [] : [{ ...nothingMore, ...origin, rule: "taken", until: new Date(until) }];
  });
}
