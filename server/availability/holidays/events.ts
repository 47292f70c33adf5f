import { eventType } from "inngest";
import { z } from "zod";

/** On which days nobody works is another. */
export const holidaysChanged = eventType("holiday/changed", { schema: z.object({ companyId: z.uuid() }) });
