import type { LocalTime } from "@/server/core/time";
import { seedId, slugOf } from "./ids";

/** One of the demo's businesses, as a person would describe it; the files beside this one turn it into rows. */
export interface SeedBusiness {
  key: "salon" | "physio";
  tenantName: string;
  name: string;
  slug: string;
  industry: string;
  website: string;
  email: string;
  phone: string;
  vatId: string;
  branches: SeedBranch[];
  opening: Record<number, { start: LocalTime; end: LocalTime }>;
  services: SeedService[];
  staff: SeedStaff[];
  resources?: SeedResource[];
  classes?: SeedClass[];
  policies?: SeedPolicy[];
  agent: { retellAgentId: string; name: string; voiceId: string };
  knowledge: SeedDocument[];
  /** How busy each weekday is, Sunday first. */
  weekdayWeights: readonly number[];
  /** A customer comes back after this many days at the earliest. */
  returnDays: number;
  volumes: { customers: number; past: number; coming: number; calls: number; openCallbacks: number };
}

/** Something that the business has written down, in passages that can be said. */
export interface SeedDocument {
  title: string;
  passages: string[];
}

export interface SeedBranch {
  name: string;
  slug: string;
  street: string;
  postalCode: string;
  city: string;
  phone: string;
  /** Where callers go when the telephone agent fails them: a number that it does not answer itself. */
  fallbackPhone: string;
  latitude: number;
  longitude: number;
  transportInfo: string;
  accessNotes: string;
}

export type Audience = "women" | "men" | "families" | "all";

export interface SeedService {
  name: string;
  category: string;
  description: string;
  minutes: number;
  bufferAfter?: number;
  cents: number;
  taxRateBps?: number;
  colour: string;
  synonyms: string[];
  /** How often it is asked for, beside the others. */
  weight: number;
  audience: Audience;
  segments?: { name: string; minutes: number; isStaffFree: boolean }[];
}

export interface SeedShift {
  weekday: number;
  branch: string;
  start: LocalTime;
  end: LocalTime;
  breakStart?: LocalTime;
  breakEnd?: LocalTime;
}

/** Days count from today; the last one is not part of it. */
export interface SeedAbsence {
  kind: "vacation" | "sick" | "training";
  fromDay: number;
  untilDay: number;
  reason: string;
}

export interface SeedStaff {
  name: string;
  userEmail?: string;
  homeBranch: string;
  colour: string;
  languages: string[];
  skills: string[];
  bio: string;
  shifts: SeedShift[];
  absences: SeedAbsence[];
  /** What they do; their own length and price where it differs. */
  offers: Record<string, { minutes?: number; cents?: number; proficiency?: number }>;
}

/** A room or a device; those of a group stand in for each other. */
export interface SeedResource {
  name: string;
  type: "room" | "equipment";
  branch: string;
  group?: string;
  /** What takes it; of a group, each of its people has one of their own. */
  neededFor: string[];
}

/** A group class that takes place every week. */
export interface SeedClass {
  name: string;
  description: string;
  category: string;
  minutes: number;
  cents: number;
  taxRateBps: number;
  colour: string;
  synonyms: string[];
  capacity: number;
  branch: string;
  teacher: string;
  room: string;
  weekday: number;
  start: LocalTime;
}

/** What holds instead of the usual rules: for the company, or for one service or person of it. */
export interface SeedPolicy {
  scope: "company" | "service" | "staff";
  /** Of the service or the person. */
  name?: string;
  type: "cancellation" | "booking" | "reschedule";
  config: Record<string, string | number | null>;
}

/** The id of anything that belongs to a business. */
export function idOf(business: SeedBusiness, kind: string, name: string | number): string {
  return seedId(`${business.key}/${kind}/${name}`);
}

export const companyIdOf = (business: SeedBusiness): string => idOf(business, "company", business.slug);
export const branchIdOf = (business: SeedBusiness, slug: string): string => idOf(business, "branch", slug);
export const serviceIdOf = (business: SeedBusiness, name: string): string => idOf(business, "service", slugOf(name));
export const resourceIdOf = (business: SeedBusiness, name: string): string => idOf(business, "resource", slugOf(name));
export const staffIdOf = (business: SeedBusiness, name: string): string => idOf(business, "staff", slugOf(name));

export function staffNamed(business: SeedBusiness, name: string): SeedStaff {
  const person = business.staff.find((candidate) => candidate.name === name);
  if (!person) throw new Error(`nobody at ${business.name} is called "${name}"`);
  return person;
}

export function serviceNamed(business: SeedBusiness, name: string): SeedService {
  const service = business.services.find((candidate) => candidate.name === name);
  if (!service) throw new Error(`${business.name} has no service "${name}"`);
  return service;
}

/** How long and how dear a service is with this person: their own figures, else the service's. */
export function offerOf(service: SeedService, staff: SeedStaff): { minutes: number; cents: number } {
  const own = staff.offers[service.name];
  return { minutes: own?.minutes ?? service.minutes, cents: own?.cents ?? service.cents };
}
