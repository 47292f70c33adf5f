import { eventType } from "inngest";
import { z } from "zod";

/** Somebody is new, another, or gone; pages that show names fetch them again. */
export const staffChanged = eventType("staff/changed", {
  schema: z.object({ companyId: z.uuid(), staffId: z.uuid() }),
});
