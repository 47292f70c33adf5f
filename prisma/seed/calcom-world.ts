import { idOf, offerOf, type SeedBusiness, type SeedService, type SeedStaff, serviceNamed } from "./business";
import { salonLindner } from "./businesses/salon-lindner";
import { ZONE } from "./clock";
import { slugOf } from "./ids";

const FIRST_USER_ID = 501;
const FIRST_EVENT_TYPE_ID = 1000;

export interface CalcomWorld {
  users: { id: number; name: string; email: string; username: string; timeZone: string }[];
  eventTypes: { id: number; title: string; slug: string; lengthInMinutes: number; ownerId: number }[];
}

/** An event type over there: one service by one person. */
export interface EventType {
  id: number;
  staff: SeedStaff;
  service: SeedService;
  slug: string;
  minutes: number;
}

export function calcomUserIdOf(business: SeedBusiness, staffName: string): number {
  return FIRST_USER_ID + business.staff.findIndex(({ name }) => name === staffName);
}

export function calcomEmailOf(business: SeedBusiness, staffName: string): string {
  return `${slugOf(staffName).replace("-", ".")}@${business.slug}.example`;
}

/** Of the subscription over there that tells us of changes. */
export const calcomWebhookIdOf = (business: SeedBusiness): string => idOf(business, "calcom-webhook", "all");

export function eventTypesOf(business: SeedBusiness): EventType[] {
  return business.staff
    .flatMap((staff) => Object.keys(staff.offers).map((name) => ({ staff, service: serviceNamed(business, name) })))
    .map(({ staff, service }, index) => {
      const { minutes } = offerOf(service, staff);
      return { id: FIRST_EVENT_TYPE_ID + index, staff, service, slug: slugOf(service.name), minutes };
    });
}

/** What the other side's calendar must know, so that the demo's appointments can be booked there. */
export function calcomWorld(): CalcomWorld {
  const business = salonLindner;
  return {
    users: business.staff.map(({ name }) => ({
      id: calcomUserIdOf(business, name),
      name,
      email: calcomEmailOf(business, name),
      username: slugOf(name),
      timeZone: ZONE,
    })),
    eventTypes: eventTypesOf(business).map(({ id, staff, service, slug, minutes }) => ({
      id,
      title: service.name,
      slug,
      lengthInMinutes: minutes,
      ownerId: calcomUserIdOf(business, staff.name),
    })),
  };
}
