import { eventType } from "inngest";
import { z } from "zod";

/** A session is new, another, or off. */
export const classSessionChanged = eventType("class/session.changed", {
  schema: z.object({ companyId: z.uuid(), sessionId: z.uuid() }),
});
