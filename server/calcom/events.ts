import { eventType } from "inngest";
import { z } from "zod";

/** An appointment's copy at Cal.com is behind and is to be written again. */
export const calcomSyncRequested = eventType("calcom/sync.requested", {
  schema: z.object({ companyId: z.uuid(), appointmentId: z.uuid() }),
});
/** The same, and nobody waits for it: one of many that a comparison, a sweep or a file leaves to be written. */
export const calcomSyncOwed = eventType("calcom/sync.owed", {
  /** How often it had to queue up again. */
  schema: z.object({ companyId: z.uuid(), appointmentId: z.uuid(), turn: z.int().optional() }),
});
/** A delivery of Cal.com was logged; what it tells is still to be taken over. */
export const calcomWebhookReceived = eventType("calcom/webhook.received", {
  schema: z.object({
    companyId: z.uuid(),
    deliveryId: z.uuid(),
    trigger: z.string(),
    /** Deliveries that name the same booking are worked off one after the other. */
    bookingUid: z.string(),
  }),
});
/** Something waits for a person, or waits no longer. */
export const calcomConflictChanged = eventType("calcom/conflict.changed", {
  schema: z.object({ companyId: z.uuid(), conflictId: z.uuid() }),
});
/** The hours that people work are to be written, whatever was written before. */
export const calcomHoursRequested = eventType("calcom/hours.requested", {
  schema: z.object({ companyId: z.uuid() }),
});
/** Both sides are to be compared. */
export const calcomRunRequested = eventType("calcom/run.requested", {
  schema: z.object({ companyId: z.uuid(), runId: z.uuid() }),
});
/** A comparison has come further, or is over. */
export const calcomRunChanged = eventType("calcom/run.changed", {
  schema: z.object({ companyId: z.uuid(), runId: z.uuid() }),
});
