import { eventType } from "inngest";
import { z } from "zod";

/** When a branch is open, or when somebody works. */
export const hoursChanged = eventType("hours/changed", {
  schema: z.object({ companyId: z.uuid(), branchId: z.uuid().nullable(), staffId: z.uuid().nullable() }),
});
