import { eventType } from "inngest";
import { z } from "zod";

/** What is offered, to whom and how: whoever keeps a copy elsewhere compares it again. */
export const serviceChanged = eventType("catalog/service.changed", {
  schema: z.object({ companyId: z.uuid(), serviceId: z.uuid() }),
});
export const resourceChanged = eventType("catalog/resource.changed", {
  schema: z.object({ companyId: z.uuid(), branchId: z.uuid() }),
});
