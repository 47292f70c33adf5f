import { idOf, offerOf, type SeedBusiness, type SeedService, type SeedStaff, serviceNamed } from "./business";
import { salonLindner } from "./businesses/salon-lindner";
import { ZONE } from "./clock";
import { slugOf } from "./ids";

const FIRST_USER_ID = 501;
const FIRST_EVENT_TYPE_ID = 1000;

export interface CalcomWorld {
  /** Its admin is whose key it is, who may write everybody's hours. */
  organizationId: number;
  users: { id: number; name: string; email: string; username: string; timeZone: string }[];
  eventTypes: {
    id: number;
    title: string;
    slug: string;
    lengthInMinutes: number;
    lengthInMinutesOptions?: number[];
    hidden: boolean;
    ownerId: number;
  }[];
}

const CALCOM_ORGANIZATION_ID = 70;

/** Every account over there has this team, and everybody of the account is in it. */
export const CALCOM_TEAM = { id: 7, name: "Sandbox-Team" };

/** An event type over there: one service by one person. */
export interface EventType {
  id: number;
  staff: SeedStaff;
  service: SeedService;
  slug: string;
  minutes: number;
  /** What parts of one visit are booked by: as long as any of them, and nothing that somebody else can choose. */
  lengths: number[] | null;
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
      const lengths = partLengthsOf(service);
      const minutes = lengths?.at(-1) ?? offerOf(service, staff).minutes;
      return { id: FIRST_EVENT_TYPE_ID + index, staff, service, slug: slugOf(service.name), minutes, lengths };
    });
}

/** Of the parts in which somebody is needed, the shortest first; null for what has no parts. */
function partLengthsOf({ segments }: SeedService): number[] | null {
  if (!segments) return null;
  const minutes = segments.filter(({ isStaffFree }) => !isStaffFree).map((segment) => segment.minutes);
  return [...new Set(minutes)].sort((a, b) => a - b);
}

/** What the other side's calendar must know, so that the demo's appointments can be booked there. */
export function calcomWorld(): CalcomWorld {
  const business = salonLindner;
  return {
    organizationId: CALCOM_ORGANIZATION_ID,
    users: business.staff.map(({ name }) => ({
      id: calcomUserIdOf(business, name),
      name,
      email: calcomEmailOf(business, name),
      username: slugOf(name),
      timeZone: ZONE,
    })),
    eventTypes: eventTypesOf(business).map(({ id, staff, service, slug, minutes, lengths }) => ({
      id,
      title: service.name,
      slug,
      lengthInMinutes: minutes,
      ...(lengths ? { lengthInMinutesOptions: lengths } : {}),
      hidden: lengths !== null,
      ownerId: calcomUserIdOf(business, staff.name),
    })),
  };
}
