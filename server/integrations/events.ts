import { eventType } from "inngest";
import { z } from "zod";

/** A provider can be reached again, or no longer; why stands in the integration's row, for those who may see it. */
export const integrationChanged = eventType("integration/changed", {
  schema: z.object({ companyId: z.uuid(), provider: z.string(), status: z.string() }),
});
