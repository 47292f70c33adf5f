import { eventType } from "inngest";
import { z } from "zod";

const base = { companyId: z.uuid(), customerId: z.uuid() };

export const customerCreated = eventType("customer/created", { schema: z.object(base) });
export const customerEdited = eventType("customer/edited", { schema: z.object(base) });
export const customerDeleted = eventType("customer/deleted", { schema: z.object(base) });
