import { z } from "zod";
import { policyScope, policyType } from "@/server/policies/schema";
import { schedulingSettings } from "@/server/tenancy/scheduling/schema";
import { exceptionKind, resourceType, segmentStaffMode, specialHours, staffRequirement } from "../schema";

const weeklyRow = z.object({
  dayOfWeek: z.number(),
  startTime: z.string(),
  endTime: z.string(),
  breakStart: z.string().nullable(),
  breakEnd: z.string().nullable(),
  isAvailable: z.boolean(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  branchId: z.string().nullable(),
  staffId: z.string().nullable(),
});
const exceptionRow = z.object({
  staffId: z.string().nullable(),
  resourceId: z.string().nullable(),
  startsAt: z.number(),
  endsAt: z.number(),
  kind: exceptionKind,
  hours: specialHours.nullable().catch(null),
});
const settingsSchema = schedulingSettings.extend({
  minNoticeMinutes: z.number().int().min(0).catch(0),
  maxHorizonDays: z.number().int().positive().catch(90),
});
const segmentRow = z.object({
  position: z.number(),
  name: z.string(),
  durationMinutes: z.number(),
  gapAfterMinMinutes: z.number(),
  gapAfterMaxMinutes: z.number(),
  serviceId: z.string().nullable(),
  staffMode: segmentStaffMode,
  staffId: z.string().nullable(),
  isStaffFree: z.boolean(),
  resourceType: resourceType.nullable(),
});
const needRow = z.object({
  resourceId: z.string().nullable(),
  groupId: z.string().nullable(),
  type: resourceType.nullable(),
  quantity: z.number(),
});
const serviceRow = z.object({
  id: z.string(),
  name: z.string(),
  durationMinutes: z.number(),
  bufferBeforeMinutes: z.number(),
  bufferAfterMinutes: z.number(),
  priceCents: z.number(),
  minNoticeMinutes: z.number().nullable(),
  maxHorizonDays: z.number().nullable(),
  maxPerDay: z.number().nullable(),
  capacity: z.number(),
  staffRequirements: z.array(staffRequirement).catch([]),
  segments: z.array(segmentRow),
  resources: z.array(needRow),
});
const offerRow = z.object({
  serviceId: z.string(),
  durationMinutes: z.number().nullable(),
  priceCents: z.number().nullable(),
  proficiency: z.number(),
});

export const offeringRow = z.object({
  stamp: z.string().nullable(),
  company: z.object({ settings: settingsSchema, currency: z.string() }),
  branch: z.object({ name: z.string(), timezone: z.string() }).nullable(),
  services: z.array(serviceRow),
  staff: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      skills: z.array(z.string()),
      maxMinutesPerDay: z.number().nullable(),
      maxMinutesPerWeek: z.number().nullable(),
      offers: z.array(offerRow),
    }),
  ),
  resources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: resourceType,
      groupId: z.string().nullable(),
      capacity: z.number(),
    }),
  ),
  /** The rules for bookings, whomever they are about. */
  policies: z.array(
    z.object({
      id: z.string(),
      configurableType: policyScope,
      configurableId: z.string(),
      policyType,
      config: z.unknown(),
      version: z.number(),
    }),
  ),
  hours: z.array(weeklyRow),
  exceptions: z.array(exceptionRow),
  holidays: z.array(z.string()),
});

type WeeklyRow = z.infer<typeof weeklyRow>;

/** What a branch says of services: who does them, when they work, on what terms. It changes a few times a month. */
export type Offering = Omit<z.infer<typeof offeringRow>, "stamp" | "hours"> & {
  /** The weekly rows of each person, and the branch's own under null. */
  hoursOf: ReadonlyMap<string | null, readonly WeeklyRow[]>;
};

/** Whose they are is told apart once, and the engine knows each list again. */
export function groupHours(rows: readonly WeeklyRow[]): Offering["hoursOf"] {
  const hours = new Map<string | null, WeeklyRow[]>();
  for (const row of rows) {
    const own = hours.get(row.staffId) ?? [];
    own.push(row.staffId === null ? { ...row, branchId: null } : row);
    hours.set(row.staffId, own);
  }
  return hours;
}
