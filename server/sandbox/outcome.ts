import { z } from "zod";

export const outcomeInput = z.strictObject({
  /** An e-mail address or a telephone number. */
  address: z.string().min(1),
  outcome: z.enum(["delivered", "undelivered", "failed", "bounced", "complained", "delivery_delayed", "suppressed"]),
  /** The carrier's own code, for text messages. */
  errorCode: z.int().optional(),
});
export type Outcome = Omit<z.output<typeof outcomeInput>, "address">;
