import { eventType } from "inngest";
import { z } from "zod";

const base = { companyId: z.uuid(), appointmentId: z.uuid(), customerId: z.uuid() };
/** Whoever made the change may have decided that the customer is not told, or on which channels. */
const notice = { notifyCustomer: z.boolean().optional(), notifyChannels: z.array(z.string()).optional() };

export const appointmentBooked = eventType("appointment/booked", {
  schema: z.object({ ...base, startsAt: z.iso.datetime(), status: z.string(), source: z.string(), ...notice }),
});
export const appointmentConfirmed = eventType("appointment/confirmed", {
  schema: z.object({ ...base, startsAt: z.iso.datetime(), ...notice }),
});
export const appointmentRescheduled = eventType("appointment/rescheduled", {
  schema: z.object({ ...base, from: z.iso.datetime(), to: z.iso.datetime(), ...notice }),
});
export const appointmentCancelled = eventType("appointment/cancelled", {
  schema: z.object({ ...base, startsAt: z.iso.datetime(), ...notice }),
});
export const appointmentStatusChanged = eventType("appointment/status.changed", {
  schema: z.object({ ...base, from: z.string(), to: z.string() }),
});
/** A person took the last step back; what was said about it stays said. */
export const appointmentRestored = eventType("appointment/restored", {
  schema: z.object({ ...base, from: z.string(), to: z.string(), startsAt: z.iso.datetime(), ...notice }),
});
/** A draft of an import is gone, as if it had never been. */
export const appointmentDiscarded = eventType("appointment/discarded", { schema: z.object(base) });
/** What people wrote about it is another. */
export const appointmentEdited = eventType("appointment/edited", { schema: z.object(base) });
/** Something beside the appointment changed that its pages show: the state of its copy at Cal.com. */
export const appointmentSynced = eventType("appointment/synced", {
  schema: z.object({ ...base, status: z.string() }),
});
