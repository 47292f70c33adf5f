import { eventType } from "inngest";
import { z } from "zod";

/** An appointment's copy at Cal.com is behind and is to be written again. */
export const calcomSyncRequested = eventType("calcom/sync.requested", {
  schema: z.object({ companyId: z.uuid(), appointmentId: z.uuid() }),
});
