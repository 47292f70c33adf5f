import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";

export const listStaffInput = z.object({ branchId: z.uuid().optional(), serviceId: z.uuid().optional() });
export type ListStaffInput = z.infer<typeof listStaffInput>;

export const staffView = z.object({
  id: z.uuid(),
  name: z.string(),
  colour: z.string(),
  avatarUrl: z.string().nullable(),
  isBookable: z.boolean(),
  branchIds: z.array(z.uuid()),
  serviceIds: z.array(z.uuid()),
});
export type StaffView = z.infer<typeof staffView>;

/** Archived people take no appointments and stand in no choice; what they did stays. */
export const staffStatus = z.enum(["active", "archived", "all"]);
export type StaffStatus = z.infer<typeof staffStatus>;

/** Which people: the filters of a list, without a page. */
export const staffFilters = z.object({
  search: z.string().trim().max(100).optional(),
  branchId: z.uuid().optional(),
  serviceId: z.uuid().optional(),
  status: staffStatus.default("active"),
});
export type StaffFilters = z.infer<typeof staffFilters>;

export const listStaffProfilesInput = staffFilters.extend({ order: listOrder.optional(), ...pageInput });
export type ListStaffProfilesInput = z.infer<typeof listStaffProfilesInput>;

const named = z.object({ id: z.uuid(), name: z.string() });

export const staffProfile = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  colour: z.string(),
  avatarUrl: z.string().nullable(),
  homeBranch: named,
  /** The home branch among them. */
  branches: z.array(named),
  skills: z.array(z.string()),
  serviceCount: z.int(),
  isBookable: z.boolean(),
  isArchived: z.boolean(),
  version: z.int(),
});
export type StaffProfile = z.infer<typeof staffProfile>;
export const staffProfilePage = pageOf(staffProfile);

export const staffCount = z.object({ active: z.int(), bookable: z.int(), archived: z.int() });
export type StaffCount = z.infer<typeof staffCount>;
export const countStaffInput = z.object({ branchId: z.uuid().optional() });

/** A service that somebody does; null is the service's own. */
export const offeredService = z.object({
  serviceId: z.uuid(),
  durationMinutes: z.int().min(5).max(1440).nullable(),
  priceCents: z.int().min(0).max(10_000_000).nullable(),
  /** From 1, still learning, to 5, the one to ask for. */
  proficiency: z.int().min(1).max(5),
});
export type OfferedService = z.infer<typeof offeredService>;

export const staffDetails = staffProfile.extend({
  languages: z.array(z.string()),
  bio: z.string().nullable(),
  maxHoursPerDay: z.number().nullable(),
  maxHoursPerWeek: z.number().nullable(),
  services: z.array(
    offeredService.extend({
      name: z.string(),
      isActive: z.boolean(),
      standard: z.object({ durationMinutes: z.int(), priceCents: z.int() }),
    }),
  ),
  /** Who signs in as this person. */
  account: z.object({ membershipId: z.uuid(), name: z.string(), email: z.string() }).nullable(),
  createdAt: z.date(),
});
export type StaffDetails = z.infer<typeof staffDetails>;

export const getStaffInput = z.object({ staffId: z.uuid() });

const blankIsNull = (value: unknown) => (value === "" ? null : value);
const nullable = <T extends z.ZodType>(type: T) => z.preprocess(blankIsNull, type.nullable());
const tags = z
  .array(z.string().trim().min(1).max(50))
  .max(30)
  .transform((all) => [...new Set(all)]);

/** What a person may say of themselves. */
const own = {
  email: nullable(z.email().max(200)),
  phone: nullable(
    z
      .string()
      .trim()
      .max(40)
      .regex(/^\+?[0-9 ()/.-]{5,}$/),
  ),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  /** ISO 639: `de`, `tr`. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(15),
  bio: nullable(z.string().trim().max(2000)),
};
const hours = (most: number) => nullable(z.number().positive().max(most).multipleOf(0.25));
const work = {
  name: z.string().trim().min(1).max(120),
  skills: tags,
  isBookable: z.boolean(),
  homeBranchId: z.uuid(),
  branchIds: z.array(z.uuid()).max(100),
  maxHoursPerDay: hours(24),
  maxHoursPerWeek: hours(168),
};

export const createStaffInput = z.object({
  name: work.name,
  homeBranchId: work.homeBranchId,
  branchIds: work.branchIds.optional(),
  email: own.email.optional(),
  phone: own.phone.optional(),
  colour: own.colour.optional(),
  languages: own.languages.optional(),
  skills: work.skills.optional(),
  /** What they do, at the services' own lengths and prices. */
  serviceIds: z.array(z.uuid()).max(500).optional(),
});
export type CreateStaffInput = z.infer<typeof createStaffInput>;

const versioned = { staffId: z.uuid(), version: z.int().optional() };

/** Only what is sent is changed. */
export const editStaffInput = z.object({ ...versioned, ...z.object({ ...own, ...work }).partial().shape });
export type EditStaffInput = z.infer<typeof editStaffInput>;

export const editOwnProfileInput = z.object({ version: z.int().optional(), ...z.object(own).partial().shape });
export type EditOwnProfileInput = z.infer<typeof editOwnProfileInput>;

/** The whole list takes the place of the one of before. */
export const setStaffServicesInput = z.object({ ...versioned, services: z.array(offeredService).max(500) });
export type SetStaffServicesInput = z.infer<typeof setStaffServicesInput>;

export const changeStaffInput = z.object(versioned);
export type ChangeStaffInput = z.infer<typeof changeStaffInput>;

/** What keeps somebody from being archived: each must be reassigned, moved or cancelled first. */
export const staffObstacles = z.object({
  appointments: z.int(),
  sessions: z.int(),
  /** Services with a part that only this person does. */
  services: z.array(named),
});
export type StaffObstacles = z.infer<typeof staffObstacles>;
