import { z } from "zod";
import { instant } from "@/server/core/time";
import { conflictReason } from "./rules/conflict";

export const pushAppointmentInput = z.object({
  appointmentId: z.uuid(),
  /** Nobody tries again soon: what still waits is shown as failed. */
  isLastTry: z.boolean().default(false),
  /** Nobody waits for it: it stands back while little of the allowance is left. */
  isPatient: z.boolean().default(false),
});
export type PushAppointmentInput = z.input<typeof pushAppointmentInput>;

export const syncAppointmentInput = z.object({ appointmentId: z.uuid() });
export type SyncAppointmentInput = z.infer<typeof syncAppointmentInput>;

/** How a push ended, beyond a fault (which is thrown, for another try). */
export type PushOutcome =
  | { state: "synced" }
  | { state: "not_linked" }
  /** A person has to do something; the reason is shown with the appointment. */
  | { state: "failed"; reason: string }
  /** Nothing was sent: somebody else is at it, or the provider wants to be left alone. */
  | { state: "waiting"; seconds: number; reason: string };

/** What went wrong with a call to Cal.com, in terms of what to do next. */
export const calcomErrorKind = z.enum([
  "taken",
  "gone",
  "already_cancelled",
  "unauthorised",
  "rate_limited",
  "refused",
  /** It answered, in a way that makes no sense to us. */
  "unreadable",
  "fault",
  /** A write was sent and never answered: it may have happened. */
  "unknown_result",
]);
export type CalcomErrorKind = z.infer<typeof calcomErrorKind>;

/** The booking on the other side as we last saw it. */
export const bookingCopy = z.object({
  uid: z.string(),
  bookingId: z.number().nullable(),
  eventTypeId: z.int().nullable(),
  startsAt: instant,
  endsAt: instant,
  /** Of one that could not be read and whose delivery says no time: these are when we heard of it. */
  isTimeUntold: z.boolean().optional(),
  status: z.string(),
  /** When it last changed over there, by the clock over there. */
  changedAt: instant.nullish(),
  title: z.string().nullish(),
  host: z.object({ id: z.number().nullable(), name: z.string() }).nullish(),
  attendee: z
    .object({
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      timeZone: z.string().nullable(),
      language: z.string().nullable(),
    })
    .nullish(),
});
export type BookingCopy = z.infer<typeof bookingCopy>;

/** A write of ours that was begun; until its result is known it may or may not have happened over there. */
export const begunStep = z.object({
  action: z.enum(["create", "reschedule", "cancel", "confirm", "decline", "mark_absent", "mark_present"]),
  /** Of the booking that it changes; a new booking has none yet. */
  uid: z.string().nullable(),
  eventTypeId: z.int().nullable(),
  startsAt: instant.nullable(),
  /** In the metadata of a new booking: by it we know it again. */
  idemKey: z.string(),
});
export type BegunStep = z.infer<typeof begunStep>;

/** `fault` and `unauthorised` may pass by themselves and are tried again for a day, `refusal` waits for a person. */
export const pushFailure = z.object({
  kind: z.enum(["fault", "unauthorised", "refusal"]),
  message: z.string(),
  since: instant,
});
export type PushFailure = z.infer<typeof pushFailure>;

/** What our own side knows of the copy, kept with it. */
export const pushState = z.object({
  /** The appointment's version that stands there. */
  version: z.int().nullable().default(null),
  begun: begunStep.nullable().default(null),
  /** Whoever holds it works on this copy; the others wait until it is given back or over. */
  lease: z.object({ token: z.string(), until: instant }).nullable().default(null),
  failure: pushFailure.nullable().default(null),
});
export type PushState = z.infer<typeof pushState>;

export const syncedAppointments = z.object({ queued: z.int() });
export type SyncedAppointments = z.infer<typeof syncedAppointments>;

/** How an appointment stands over there, for whoever looks at it. */
export const syncState = z.object({
  isConnected: z.boolean(),
  bookingUrl: z.string().nullable(),
  /** What a person has to decide first. */
  waitsFor: conflictReason.nullable(),
  canBeWritten: z.boolean(),
});
export type SyncState = z.infer<typeof syncState>;

export const unwritten = z.object({ count: z.int() });
export type Unwritten = z.infer<typeof unwritten>;

export const syncedUnwritten = syncedAppointments.extend({ left: z.int() });
export type SyncedUnwritten = z.infer<typeof syncedUnwritten>;
