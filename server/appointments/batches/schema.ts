import { z } from "zod";
import { againstPolicy, bookAppointmentInput } from "../schema";

/** So many bookings fit into one transaction well within its time. */
export const MOST_AT_ONCE = 100;

export const createAppointmentsInput = z.object({
  appointments: z.array(bookAppointmentInput).min(1).max(MOST_AT_ONCE),
});
export type CreateAppointmentsInput = z.infer<typeof createAppointmentsInput>;

/** What a rule says to one row of many, in the shape that every refusal has. */
const rowRefusal = z.object({
  code: z.string(),
  reason: z.string(),
  /** `x-own-keys`: a door names what is in it as it names its fields (server/api/rest/field-names.ts). */
  details: z.record(z.string(), z.unknown()).meta({ "x-own-keys": true }).nullable(),
});
export type RowRefusal = z.infer<typeof rowRefusal>;
/** The door adds the sentence in the caller's language. */
const saidRefusal = rowRefusal.extend({ message: z.string() });

/** What came of each line, in the order of the request; one that is refused keeps none of the others from being booked. */
const createdWith = <E extends z.ZodType>(error: E) =>
  z.object({
    created: z.int(),
    refused: z.int(),
    results: z.array(
      z.object({
        /** From 1 on. */
        line: z.int(),
        success: z.boolean(),
        appointmentId: z.uuid().nullable(),
        error: error.nullable(),
      }),
    ),
  });
export const createdAppointments = createdWith(saidRefusal);
const createdRows = createdWith(rowRefusal);
export type CreatedAppointments = z.infer<typeof createdRows>;
export type CreatedLine = CreatedAppointments["results"][number];

export const batchAction = z.enum(["confirm", "start", "complete", "no_show", "cancel", "delete", "reassign"]);
export type BatchAction = z.infer<typeof batchAction>;

export const changeAppointmentsInput = z.object({
  appointmentIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
  /** As which each was seen, by its id: one that somebody changed since is refused. Without it, as it stands. */
  versions: z.record(z.string(), z.int()).optional(),
  action: batchAction,
  /** Who takes them over, at the same time. */
  staffId: z.uuid().nullish(),
  /** Of a cancellation or another person. */
  reason: z.string().trim().max(500).nullish(),
  notifyCustomer: z.boolean().default(true),
  /** What a policy warns of was read and accepted, for all of them. */
  isConfirmed: z.boolean().default(false),
  ...againstPolicy,
});
export type ChangeAppointmentsInput = z.infer<typeof changeAppointmentsInput>;

/** What came of each: one that is refused keeps none of the others from happening. */
const changedWith = <E extends z.ZodType>(error: E) =>
  z.object({
    changed: z.int(),
    refused: z.int(),
    results: z.array(z.object({ appointmentId: z.uuid(), success: z.boolean(), error: error.nullable() })),
  });
export const changedAppointments = changedWith(saidRefusal);
/** As a door answers. */
export type SaidChanges = z.infer<typeof changedAppointments>;
const changedRows = changedWith(rowRefusal);
export type ChangedAppointments = z.infer<typeof changedRows>;
export type ChangedRow = ChangedAppointments["results"][number];
