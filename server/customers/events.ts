import { eventType } from "inngest";
import { z } from "zod";

export const customerCreated = eventType("customer/created", {
  schema: z.object({ companyId: z.uuid(), customerId: z.uuid() }),
});
