import { eventType } from "inngest";
import { z } from "zod";

export const callbackCreated = eventType("callback/created", {
  schema: z.object({
    companyId: z.uuid(),
    callbackId: z.uuid(),
    branchId: z.uuid(),
    callId: z.uuid().nullable(),
    dueAt: z.iso.datetime(),
    priority: z.string(),
  }),
});
/** The same caller wants something more, or at another time. */
export const callbackUpdated = eventType("callback/updated", {
  schema: z.object({ companyId: z.uuid(), callbackId: z.uuid(), branchId: z.uuid(), priority: z.string() }),
});
/** Somebody has called back, or tried to. */
export const callbackCompleted = eventType("callback/completed", {
  schema: z.object({ companyId: z.uuid(), callbackId: z.uuid(), outcome: z.string() }),
});
