import { eventType } from "inngest";
import { z } from "zod";

const base = { companyId: z.uuid(), exceptionId: z.uuid() };

/** Time was taken from somebody or given back: what can be booked is another. */
export const exceptionChanged = eventType("exception/changed", { schema: z.object(base) });

/** Somebody asks for time off. */
export const exceptionRequested = eventType("exception/requested", {
  schema: z.object({ ...base, staffId: z.uuid() }),
});

/** They got it, or not. */
export const exceptionDecided = eventType("exception/decided", {
  schema: z.object({ ...base, staffId: z.uuid(), isApproved: z.boolean() }),
});
