import { eventType } from "inngest";
import { z } from "zod";

/** An appointment's copy at Cal.com is behind and is to be written again. */
export const calcomSyncRequested = eventType("calcom/sync.requested", {
  schema: z.object({ companyId: z.uuid(), appointmentId: z.uuid() }),
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
