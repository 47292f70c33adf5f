import { eventType } from "inngest";
import { z } from "zod";

export const policyChanged = eventType("policy/changed", {
  schema: z.object({ companyId: z.uuid(), policyType: z.string(), scope: z.string(), scopeId: z.uuid() }),
});
