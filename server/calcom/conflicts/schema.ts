import { z } from "zod";
import { appointmentStatus } from "@/server/appointments/schema";
import { pageInput, pageOf } from "@/server/core/page";
import { conflictReason } from "../rules/conflict";

const conflictDecision = z.enum(["take_over", "keep_ours", "cancel_there", "link", "ignore"]);
export type ConflictDecision = z.infer<typeof conflictDecision>;

const conflictState = z.enum(["open", "settled"]);

export const listConflictsInput = z.object({
  state: conflictState.default("open"),
  /** Only what is about this appointment. */
  appointmentId: z.uuid().optional(),
  ...pageInput,
});
export type ListConflictsInput = z.infer<typeof listConflictsInput>;

export const decideConflictInput = z.object({ conflictId: z.uuid() });
export type DecideConflictInput = z.infer<typeof decideConflictInput>;

export const linkConflictInput = z.object({ conflictId: z.uuid(), appointmentId: z.uuid() });
export type LinkConflictInput = z.infer<typeof linkConflictInput>;

/** An appointment as it stands here, next to the booking over there. */
const ourSide = z.object({
  appointmentId: z.uuid(),
  startsAt: z.date(),
  endsAt: z.date(),
  timezone: z.string(),
  status: appointmentStatus,
  customerName: z.string(),
  serviceName: z.string(),
  staffName: z.string(),
});
export type OurSide = z.infer<typeof ourSide>;

export const conflictView = z.object({
  id: z.uuid(),
  reason: conflictReason.nullable(),
  /** More of the reason, as a key of our errors. */
  said: z.string().nullable(),
  detectedAt: z.date(),
  theirs: z.object({
    uid: z.string(),
    title: z.string().nullable(),
    /** Null where nobody told. */
    startsAt: z.date().nullable(),
    endsAt: z.date().nullable(),
    status: z.string(),
    hostName: z.string().nullable(),
    eventTypeId: z.int().nullable(),
    attendeeName: z.string().nullable(),
    attendeeContact: z.string().nullable(),
  }),
  ours: ourSide.nullable(),
  /** What is at that time here: stands in its way, or is what was meant. */
  inTheWay: z.array(ourSide),
  decisions: z.array(conflictDecision),
  settled: z.object({ decision: z.string(), at: z.date(), by: z.string().nullable() }).nullable(),
});
export type ConflictView = z.infer<typeof conflictView>;
export const conflictPage = pageOf(conflictView);
