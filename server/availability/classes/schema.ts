import { z } from "zod";
import { DAY, instant, localDate, localTime } from "@/server/core/time";

const MOST_OCCURRENCES_DAYS = 366;
const note = z.string().trim().max(500).nullish();
const versioned = { classSessionId: z.uuid(), version: z.int().optional() };
const resourceIds = z.array(z.uuid()).max(10);

export const listSessionsInput = z
  .object({
    from: instant,
    until: instant,
    branchId: z.uuid().optional(),
    staffId: z.uuid().optional(),
    serviceId: z.uuid().optional(),
  })
  .refine(({ from, until }) => until > from, { path: ["until"], message: "ends_before_start" })
  .refine(({ from, until }) => until.getTime() - from.getTime() <= 62 * DAY, {
    path: ["until"],
    message: "range_too_long",
  });
export type ListSessionsInput = z.infer<typeof listSessionsInput>;

export const getSessionInput = z.object({ classSessionId: z.uuid() });

const named = z.object({ id: z.uuid(), name: z.string() });
const coloured = named.extend({ colour: z.string() });

export const sessionView = z.object({
  id: z.uuid(),
  service: coloured,
  branch: named.extend({ timezone: z.string() }),
  staff: coloured,
  resources: z.array(named),
  startsAt: z.date(),
  endsAt: z.date(),
  capacity: z.int(),
  placesTaken: z.int(),
  note: z.string().nullable(),
  cancelledAt: z.date().nullable(),
  cancellationReason: z.string().nullable(),
  /** Those with the same one were made together. */
  seriesId: z.uuid().nullable(),
  version: z.int(),
});
export type SessionView = z.infer<typeof sessionView>;

/** On these weekdays (0 = Sunday), up to and including a last day. */
export const repetition = z.object({
  weekdays: z.array(z.int().min(0).max(6)).min(1).max(7),
  until: localDate,
});
export type Repetition = z.infer<typeof repetition>;

/** One session, or a set that repeats itself by the clock of the branch. */
export const createSessionsInput = z
  .object({
    serviceId: z.uuid(),
    branchId: z.uuid(),
    /** Who teaches. */
    staffId: z.uuid(),
    date: localDate,
    time: localTime,
    /** The service's own unless told otherwise. */
    durationMinutes: z.int().min(5).max(1440).nullish(),
    capacity: z.int().min(1).max(1000).nullish(),
    /** One unit of each, for as long as the session lasts. */
    resourceIds: resourceIds.optional(),
    note,
    repeat: repetition.nullish(),
    /** On holidays, closed days and while the teacher is away, too. */
    isConfirmed: z.boolean().default(false),
  })
  .refine(({ date, repeat }) => !repeat || repeat.until >= date, { path: ["repeat"], message: "ends_before_start" })
  .refine(({ date, repeat }) => !repeat || Date.parse(repeat.until) - Date.parse(date) <= MOST_OCCURRENCES_DAYS * DAY, {
    path: ["repeat"],
    message: "range_too_long",
  });
export type CreateSessionsInput = z.infer<typeof createSessionsInput>;

/** What came of each occurrence: one that does not fit keeps none of the others from being made. */
export const createdSessions = z.object({
  made: z.int(),
  refused: z.int(),
  results: z.array(
    z.object({
      date: localDate,
      startsAt: z.date().nullable(),
      sessionId: z.uuid().nullable(),
      error: z.object({ code: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});
export type CreatedSessions = z.infer<typeof createdSessions>;

export const editSessionInput = z.object({
  ...versioned,
  /** Never below the places that are taken. */
  capacity: z.int().min(1).max(1000).optional(),
  note: note.optional(),
});
export type EditSessionInput = z.infer<typeof editSessionInput>;

const telling = { reason: z.string().trim().max(500).nullish(), notifyCustomer: z.boolean().optional() };

/** Another time, with all who take part. */
export const moveSessionInput = z.object({
  ...versioned,
  newStartsAt: instant,
  resourceIds: resourceIds.optional(),
  isConfirmed: z.boolean().default(false),
  ...telling,
});
export type MoveSessionInput = z.infer<typeof moveSessionInput>;

/** Somebody else teaches, at the same time. */
export const substituteTeacherInput = z.object({
  ...versioned,
  staffId: z.uuid(),
  isConfirmed: z.boolean().default(false),
  ...telling,
});
export type SubstituteTeacherInput = z.infer<typeof substituteTeacherInput>;

export const cancelSessionInput = z.object({ ...versioned, ...telling });
export type CancelSessionInput = z.infer<typeof cancelSessionInput>;

/** What a new session can be made of, within what the asking person may plan. */
export const classChoices = z.object({
  services: z.array(named.extend({ capacity: z.int(), durationMinutes: z.int() })),
  teachers: z.array(named.extend({ serviceIds: z.array(z.uuid()), branchIds: z.array(z.uuid()) })),
  resources: z.array(named.extend({ branchId: z.uuid() })),
});
export type ClassChoices = z.infer<typeof classChoices>;
