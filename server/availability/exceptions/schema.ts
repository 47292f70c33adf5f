import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
import { daysBetween, instant, localDate, localTime } from "@/server/core/time";
import { shifts, shiftTimes } from "../hours/schema";
import { exceptionKind } from "../schema";

export const exceptionOwner = z.enum(["company", "branch", "staff", "resource"]);
export type ExceptionOwner = z.infer<typeof exceptionOwner>;

/** What is asked for, and what was refused, takes no time from anybody. */
export const exceptionState = z.enum(["requested", "approved", "refused"]);
export type ExceptionState = z.infer<typeof exceptionState>;

const MOST_DAYS = 731;

/** Whole days, or from a time on the first day until a time on the last one, by the clock of the place. */
const when = {
  startsOn: localDate,
  /** The last day, included. */
  endsOn: localDate,
  startTime: localTime.nullish(),
  endTime: z.union([localTime, z.literal("24:00")]).nullish(),
};
interface When {
  startsOn: string;
  endsOn: string;
  startTime?: string | null | undefined;
  endTime?: string | null | undefined;
}
const isInOrder = ({ startsOn, endsOn, startTime, endTime }: When) =>
  startsOn < endsOn || (startsOn === endsOn && (!startTime || !endTime || startTime < endTime));
const inOrder = { path: ["endsOn"], message: "ends_before_start" };
const isWhole = ({ startTime, endTime }: When) => !startTime === !endTime;
const whole = { path: ["endTime"], message: "required" };
const isShort = ({ startsOn, endsOn }: When) => daysBetween(startsOn, endsOn) < MOST_DAYS;
const short = { path: ["endsOn"], message: "range_too_long" };

/** Special hours say what holds instead, on whole days. */
const saysHours = ({
  kind,
  hours,
  startTime,
}: {
  kind?: string | undefined;
  hours?: unknown[] | null | undefined;
  startTime?: string | null | undefined;
}) => (kind === "special_hours" ? Boolean(hours && hours.length > 0 && !startTime) : !hours || hours.length === 0);
const hoursNeeded = { path: ["hours"], message: "hours_needed" };

/** Without a kind: closed, away or out of use, as it fits whose time it is; a change leaves it. */
const what = { kind: exceptionKind.optional(), hours: shifts.nullish(), reason: z.string().trim().max(300).nullish() };
const isConfirmed = z.boolean().default(false);

/** Whose time: the named one's, or the whole company's. */
const owner = { branchId: z.uuid().nullish(), staffId: z.uuid().nullish(), resourceId: z.uuid().nullish() };
const isOne = ({
  branchId,
  staffId,
  resourceId,
}: {
  branchId?: string | null | undefined;
  staffId?: string | null | undefined;
  resourceId?: string | null | undefined;
}) => [branchId, staffId, resourceId].filter(Boolean).length < 2;
const one = { path: ["staffId"], message: "one_owner" };

export const createExceptionInput = z
  .object({ ...owner, ...what, ...when, isConfirmed })
  .refine(isOne, one)
  .refine(isInOrder, inOrder)
  .refine(isWhole, whole)
  .refine(isShort, short)
  .refine(saysHours, hoursNeeded);
export type CreateExceptionInput = z.infer<typeof createExceptionInput>;

/** Whose it is stays; everything else is as sent. */
export const editExceptionInput = z
  .object({ exceptionId: z.uuid(), version: z.int().optional(), ...what, ...when, isConfirmed })
  .refine(isInOrder, inOrder)
  .refine(isWhole, whole)
  .refine(isShort, short)
  .refine(saysHours, hoursNeeded);
export type EditExceptionInput = z.infer<typeof editExceptionInput>;

export const getExceptionInput = z.object({ exceptionId: z.uuid() });

export const deleteExceptionInput = z.object({ exceptionId: z.uuid(), version: z.int().optional() });
export type DeleteExceptionInput = z.infer<typeof deleteExceptionInput>;

/** For oneself, unless whoever asks may see everybody. */
export const requestExceptionInput = z
  .object({ staffId: z.uuid(), ...what, ...when })
  .refine(isInOrder, inOrder)
  .refine(isWhole, whole)
  .refine(isShort, short)
  .refine(saysHours, hoursNeeded);
export type RequestExceptionInput = z.infer<typeof requestExceptionInput>;

export const decideExceptionInput = z.object({
  exceptionId: z.uuid(),
  version: z.int().optional(),
  isApproved: z.boolean(),
  note: z.string().trim().max(300).nullish(),
  isConfirmed,
});
export type DecideExceptionInput = z.infer<typeof decideExceptionInput>;

export const listExceptionsInput = z.object({
  branchId: z.uuid().optional(),
  staffId: z.uuid().optional(),
  resourceId: z.uuid().optional(),
  state: exceptionState.optional(),
  kind: exceptionKind.optional(),
  from: instant.optional(),
  until: instant.optional(),
  /** By their beginning. */
  order: listOrder.optional(),
  ...pageInput,
});
export type ListExceptionsInput = z.infer<typeof listExceptionsInput>;

export const exceptionView = z.object({
  id: z.uuid(),
  ownerType: exceptionOwner,
  branchId: z.uuid().nullable(),
  staffId: z.uuid().nullable(),
  resourceId: z.uuid().nullable(),
  /** Of the branch, the person or the room; null is the whole company. */
  ownerName: z.string().nullable(),
  kind: exceptionKind,
  state: exceptionState,
  startsAt: z.date(),
  endsAt: z.date(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** Null: whole days. */
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  timezone: z.string(),
  hours: z.array(shiftTimes).nullable(),
  reason: z.string().nullable(),
  decisionNote: z.string().nullable(),
  decidedAt: z.date().nullable(),
  createdAt: z.date(),
  version: z.int(),
});
export type ExceptionView = z.infer<typeof exceptionView>;
export const exceptionPage = pageOf(exceptionView);

/** Everybody's absences of a month, for the calendar of the team. */
export const teamMonthInput = z.object({
  month: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/),
  branchId: z.uuid().optional(),
});
export type TeamMonthInput = z.infer<typeof teamMonthInput>;

export const teamMonth = z.object({
  days: z.array(z.string()),
  people: z.array(z.object({ id: z.uuid(), name: z.string(), colour: z.string(), worksOn: z.array(z.int()) })),
  exceptions: z.array(exceptionView),
  holidays: z.array(z.object({ date: z.string(), name: z.string() })),
});
export type TeamMonth = z.infer<typeof teamMonth>;
