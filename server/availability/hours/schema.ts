import { z } from "zod";
import { localDate, localTime } from "@/server/core/time";
import { endTime } from "../schema";
import { faultOf } from "./rules/shifts";

/** One stretch of work, with one break at most; a second break makes a second shift. */
export const shiftTimes = z.object({
  startTime: localTime,
  endTime,
  breakStart: localTime.nullish(),
  breakEnd: localTime.nullish(),
});
export type Shift = z.infer<typeof shiftTimes>;

/** `general`: in this branch as everywhere; only in what somebody works in one branch. */
export const dayMode = z.enum(["open", "closed", "general"]);
export type DayMode = z.infer<typeof dayMode>;

export const shifts = z
  .array(shiftTimes)
  .max(6)
  .superRefine((list, ctx) => {
    const fault = faultOf(list);
    if (fault) ctx.addIssue({ code: "custom", path: [fault.at], message: fault.reason });
  });

export const dayHours = z.object({
  /** 0 = Sunday … 6 = Saturday. */
  dayOfWeek: z.int().min(0).max(6),
  mode: dayMode,
  shifts,
});
export type DayHours = z.infer<typeof dayHours>;

/** A week that holds from one day to another, both included; null is always. */
export const hoursPlan = z.object({
  validFrom: localDate.nullable(),
  validUntil: localDate.nullable(),
  days: z.array(dayHours),
});
export type HoursPlan = z.infer<typeof hoursPlan>;

/** The seven days, each once. */
const week = z
  .array(dayHours)
  .length(7)
  .refine((days) => new Set(days.map(({ dayOfWeek }) => dayOfWeek)).size === 7, "invalid_value");

const weekFields = {
  days: week,
  /** From this day on; without it, the week that has no beginning. */
  validFrom: localDate.nullish(),
  /** Until this day; without it, until the next week that is planned. */
  validUntil: localDate.nullish(),
  /** Of what was read; without it, whatever stands there is replaced. */
  version: z.string().max(64).optional(),
  /** Yes, although appointments will lie outside. */
  isConfirmed: z.boolean().default(false),
};
const isInOrder = ({ validFrom, validUntil }: { validFrom?: string | null; validUntil?: string | null }) =>
  !validFrom || !validUntil || validFrom <= validUntil;
const inOrder = { path: ["validUntil"], message: "ends_before_start" };

export const setBranchWeekInput = z.object({ branchId: z.uuid(), ...weekFields }).refine(isInOrder, inOrder);
export type SetBranchWeekInput = z.infer<typeof setBranchWeekInput>;

export const setStaffWeekInput = z
  .object({ staffId: z.uuid(), branchId: z.uuid().nullish(), ...weekFields })
  .refine(isInOrder, inOrder);
export type SetStaffWeekInput = z.infer<typeof setStaffWeekInput>;

export const listHoursInput = z.object({ branchId: z.uuid().optional(), staffId: z.uuid().optional() });
export type ListHoursInput = z.infer<typeof listHoursInput>;

export const getBranchWeekInput = z.object({ branchId: z.uuid() });
export const getStaffWeekInput = z.object({ staffId: z.uuid(), branchId: z.uuid().nullish() });

/** Whose week: a branch's, somebody's everywhere, or somebody's in one branch. */
export const hoursView = z.object({
  ownerType: z.enum(["branch", "staff"]),
  branchId: z.uuid().nullable(),
  staffId: z.uuid().nullable(),
  name: z.string(),
  timezone: z.string(),
  /** In order, without gaps: a time without hours is a plan too. */
  plans: z.array(hoursPlan),
  /** Changes with every change of these hours. */
  version: z.string(),
});
export type HoursView = z.infer<typeof hoursView>;

/** What a change would leave outside the hours, or in a time that is closed. */
export const strandedAppointment = z.object({
  id: z.uuid(),
  startsAt: z.date(),
  endsAt: z.date(),
  /** Null for whoever may not see appointments. */
  customerName: z.string().nullable(),
  serviceName: z.string(),
  staffName: z.string(),
});
export type StrandedAppointment = z.infer<typeof strandedAppointment>;
