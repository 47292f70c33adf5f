import { type WantedEventType, wantedEventType } from "@/server/calcom/mapping/rules/wanted";
import {
  idOf,
  offerOf,
  type SeedBusiness,
  type SeedService,
  type SeedStaff,
  serviceIdOf,
  serviceNamed,
  staffIdOf,
} from "./business";
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
    beforeEventBuffer: number;
    afterEventBuffer: number;
    hidden: boolean;
    ownerId: number;
    team: { schedulingType: "roundRobin"; hosts: { userId: number }[] };
  }[];
}

const CALCOM_ORGANIZATION_ID = 70;

/** Every account over there has this team, and everybody of the account is in it. */
export const CALCOM_TEAM = { id: 7, name: "Sandbox-Team" };

/** A type of the team over there: one service by one person, as pushing the services from here makes it. */
export interface EventType {
  id: number;
  staff: SeedStaff;
  service: SeedService;
  wanted: WantedEventType;
}

export function calcomUserIdOf(business: SeedBusiness, staffName: string): number {
  return FIRST_USER_ID + business.staff.findIndex(({ name }) => name === staffName);
}

export function calcomEmailOf(business: SeedBusiness, staffName: string): string {
  return `${slugOf(staffName).replace("-", ".")}@${business.slug}.example`;
}

/** Of the subscription over there that tells us of what is booked with whom the key belongs to, by types of their own. */
export const calcomWebhookIdOf = (business: SeedBusiness): string => idOf(business, "calcom-webhook", "all");

/** Each type of the team is told of by a subscription of its own. */
export const calcomTypeWebhooksOf = (business: SeedBusiness) =>
  eventTypesOf(business).map(({ id: eventTypeId }) => {
    return { id: idOf(business, "calcom-webhook", eventTypeId), teamId: CALCOM_TEAM.id, eventTypeId };
  });

export function eventTypesOf(business: SeedBusiness): EventType[] {
  return business.staff
    .flatMap((staff) => Object.keys(staff.offers).map((name) => ({ staff, service: serviceNamed(business, name) })))
    .map(({ staff, service }, index) => {
      return { id: FIRST_EVENT_TYPE_ID + index, staff, service, wanted: wantedOf(business, { staff, service }) };
    });
}

function wantedOf(business: SeedBusiness, { staff, service }: Pick<EventType, "staff" | "service">): WantedEventType {
  const named = { serviceId: serviceIdOf(business, service.name), staffId: staffIdOf(business, staff.name) };
  const offer = { ...named, service: service.name, staff: staff.name, bufferBeforeMinutes: 0 };
  const account = { teamId: CALCOM_TEAM.id, calcomUserId: calcomUserIdOf(business, staff.name) };
  const lengths = partLengthsOf(service);
  if (lengths) {
    const lengthMinutes = lengths.at(-1) ?? service.minutes;
    return wantedEventType({ ...offer, lengthMinutes, bufferAfterMinutes: 0, isHidden: true, lengths }, account);
  }
  const { minutes: lengthMinutes } = offerOf(service, staff);
  return wantedEventType({ ...offer, lengthMinutes, bufferAfterMinutes: service.bufferAfter ?? 0 }, account);
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
    eventTypes: eventTypesOf(business).map((type) => toTheirs(business, type)),
  };
}

function toTheirs(business: SeedBusiness, { id, staff, wanted }: EventType): CalcomWorld["eventTypes"][number] {
  const { title, slug, lengthMinutes, bufferBeforeMinutes, bufferAfterMinutes, lengthOptions, isHidden } = wanted;
  return {
    ...{ id, title, slug, lengthInMinutes: lengthMinutes },
    ...(lengthOptions ? { lengthInMinutesOptions: lengthOptions } : {}),
    ...{ beforeEventBuffer: bufferBeforeMinutes, afterEventBuffer: bufferAfterMinutes, hidden: isHidden ?? false },
    ownerId: FIRST_USER_ID,
    team: { schedulingType: "roundRobin", hosts: [{ userId: calcomUserIdOf(business, staff.name) }] },
  };
}
