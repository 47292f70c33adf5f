import { eventType } from "inngest";
import { z } from "zod";

const base = { companyId: z.uuid(), importId: z.uuid() };

/** Its lines are to be checked, taken over or taken back, as its status says. */
export const importRequested = eventType("import/requested", { schema: z.object(base) });
/** Its pages show something new. */
export const importChanged = eventType("import/changed", { schema: z.object({ ...base, status: z.string() }) });
