import { bookingTermsOf } from "@/server/policies/rules/judge-booking";
import { layersFor, resolvePolicy } from "@/server/policies/rules/resolve-policy";
import type {
  BookableService,
  BookingTerms,
  ClassSession,
  ResourceCalendar,
  StaffCalendar,
} from "../rules/calendar-data";
import type { Taken } from "./load-taken";
import type { Offering } from "./offering";

interface Place {
  companyId: string;
  branchId: string;
}

/** Notice and horizon as the booking policy says, else the service, else the company; people may have their own. */
export function toServices(offering: Offering, taken: Taken, where: Place): BookableService[] {
  return offering.services.map(({ name: _name, ...service }) => {
    const bookedPerDay = byDay(taken.services.filter(({ id }) => id === service.id));
    return { ...service, ...termsOf(service, { offering, ...where }), bookedPerDay };
  });
}

interface Subject extends Place {
  offering: Offering;
  staffId?: string;
}

type OfferedService = Omit<Offering["services"][number], "name">;

function termsOf(service: OfferedService, { offering, ...subject }: Subject): BookingTerms {
  const { settings } = offering.company;
  const own = {
    minNoticeMinutes: service.minNoticeMinutes ?? settings.minNoticeMinutes,
    maxHorizonDays: service.maxHorizonDays ?? settings.maxHorizonDays,
  };
  const layers = layersFor("booking", offering.policies, { ...subject, serviceId: service.id });
  return bookingTermsOf(resolvePolicy("booking", layers), own);
}

/** On what terms each service begins with the person; none for whom no booking policy names. */
function termsWith(staffId: string, subject: Subject): Record<string, BookingTerms> | undefined {
  const { policies, services } = subject.offering;
  const isNamed = policies.some((row) => row.configurableType === "staff" && row.configurableId === staffId);
  return isNamed
    ? Object.fromEntries(services.map((service) => [service.id, termsOf(service, { ...subject, staffId })]))
    : undefined;
}

/** With the teacher's own terms, also of a teacher whom nobody could book by themselves. */
export function toSessions(offering: Offering, { sessions }: Taken, where: Place): ClassSession[] {
  return sessions.map((session) => {
    return { ...session, terms: termsWith(session.staffId, { offering, ...where })?.[session.serviceId] ?? null };
  });
}

export function toStaff(offering: Offering, { busy, minutes, assigned }: Taken, where: Place): StaffCalendar[] {
  const { staff, hoursOf, exceptions } = offering;
  return staff.map(({ name: _name, ...person }, nr) => ({
    ...person,
    terms: termsWith(person.id, { offering, ...where }),
    schedule: {
      hours: hoursOf.get(person.id) ?? [],
      exceptions: exceptions.filter(({ staffId }) => staffId === person.id),
    },
    busy: busy[nr] ?? [],
    lastAssignedAt: assigned.find((row) => row.person === nr)?.at ?? null,
    bookedMinutesPerDay: byDay(minutes.filter((row) => row.person === nr)),
  }));
}

export function toResources({ resources, exceptions }: Offering, taken: Taken): ResourceCalendar[] {
  return resources.map(({ name: _name, ...resource }) => ({
    ...resource,
    exceptions: exceptions.filter(({ resourceId }) => resourceId === resource.id),
    busy: taken.resources
      .filter(({ id }) => id === resource.id)
      .map(({ from, until, quantity }) => ({ from, until, quantity })),
  }));
}

const byDay = (rows: { day: string; booked: number }[]): Record<string, number> =>
  Object.fromEntries(rows.map(({ day, booked }) => [day, booked]));
