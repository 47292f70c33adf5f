import { bookingTermsOf } from "@/server/policies/rules/judge-booking";
import { layersFor, resolvePolicy } from "@/server/policies/rules/resolve-policy";
import type { BookableService, ResourceCalendar, StaffCalendar } from "../rules/calendar-data";
import type { Taken } from "./load-taken";
import type { Offering } from "./offering";

interface Place {
  companyId: string;
  branchId: string;
}

/** Notice and horizon as the booking policy says, else the service, else the company. */
export function toServices(offering: Offering, taken: Taken, where: Place): BookableService[] {
  const { settings } = offering.company;
  return offering.services.map(({ name: _name, ...service }) => {
    const { minNoticeMinutes, maxHorizonDays } = service;
    const own = {
      minNoticeMinutes: minNoticeMinutes ?? settings.minNoticeMinutes,
      maxHorizonDays: maxHorizonDays ?? settings.maxHorizonDays,
    };
    const subject = { ...where, serviceId: service.id };
    const policy = resolvePolicy("booking", layersFor("booking", offering.policies, subject));
    const bookedPerDay = byDay(taken.services.filter(({ id }) => id === service.id));
    return { ...service, ...bookingTermsOf(policy, own), bookedPerDay };
  });
}

export function toStaff({ staff, hours, exceptions }: Offering, { busy, minutes }: Taken): StaffCalendar[] {
  const ofStaff = <T extends { staffId: string | null }>(rows: T[], id: string) =>
    rows.filter((row) => row.staffId === id);
  return staff.map(({ name: _name, ...person }, nr) => ({
    ...person,
    schedule: { hours: ofStaff(hours, person.id), exceptions: ofStaff(exceptions, person.id) },
    busy: busy[nr] ?? [],
    bookedMinutesPerDay: byDay(minutes.filter((row) => row.person === nr)),
  }));
}

export function toResources({ resources, exceptions }: Offering, taken: Taken): ResourceCalendar[] {
  return resources.map((resource) => ({
    ...resource,
    exceptions: exceptions.filter(({ resourceId }) => resourceId === resource.id),
    busy: taken.resources
      .filter(({ id }) => id === resource.id)
      .map(({ from, until, quantity }) => ({ from, until, quantity })),
  }));
}

const byDay = (rows: { day: string; booked: number }[]): Record<string, number> =>
  Object.fromEntries(rows.map(({ day, booked }) => [day, booked]));
