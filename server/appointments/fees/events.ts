import { eventType } from "inngest";
import { z } from "zod";

/** Somebody decided whether an open item is to be paid. */
export const customerFeeDecided = eventType("customer/fee.decided", {
  schema: z.object({
    ...{ companyId: z.uuid(), customerId: z.uuid(), appointmentId: z.uuid(), feeId: z.uuid() },
    from: z.string(),
    to: z.string(),
  }),
});
