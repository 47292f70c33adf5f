import { eventType } from "inngest";
import { z } from "zod";

const base = { companyId: z.uuid(), notificationId: z.uuid() };

/** A message is to go out, at once or at a time within the next minutes. */
export const notificationQueued = eventType("notification/queued", {
  schema: z.object({ ...base, scheduledFor: z.iso.datetime() }),
});
/** A message's state changed in a way that pages show. */
export const notificationChanged = eventType("notification/changed", {
  schema: z.object({ ...base, appointmentId: z.uuid().nullable(), status: z.string() }),
});
