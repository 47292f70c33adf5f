import { eventType } from "inngest";
import { z } from "zod";

const base = { companyId: z.uuid(), appointmentId: z.uuid(), customerId: z.uuid() };

export const appointmentBooked = eventType("appointment/booked", {
  schema: z.object({ ...base, startsAt: z.iso.datetime(), status: z.string(), source: z.string() }),
});
export const appointmentConfirmed = eventType("appointment/confirmed", {
  schema: z.object({ ...base, startsAt: z.iso.datetime() }),
});
export const appointmentRescheduled = eventType("appointment/rescheduled", {
  schema: z.object({ ...base, from: z.iso.datetime(), to: z.iso.datetime() }),
});
export const appointmentCancelled = eventType("appointment/cancelled", {
  schema: z.object({ ...base, startsAt: z.iso.datetime(), notifyCustomer: z.boolean() }),
});
export const appointmentStatusChanged = eventType("appointment/status.changed", {
  schema: z.object({ ...base, from: z.string(), to: z.string() }),
});
/** What people wrote about it is another. */
export const appointmentEdited = eventType("appointment/edited", { schema: z.object(base) });
/** Something beside the appointment changed that its pages show: the state of its copy at Cal.com. */
export const appointmentSynced = eventType("appointment/synced", {
  schema: z.object({ ...base, status: z.string() }),
});
