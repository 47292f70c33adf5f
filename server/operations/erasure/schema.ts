import { z } from "zod";

/** Whose values go: a customer, or somebody who works or worked here. */
export const eraseLogInput = z
  .object({
    customerId: z.uuid().optional(),
    userId: z.uuid().optional(),
    reason: z.string().trim().min(3).max(500),
  })
  .refine(({ customerId, userId }) => (customerId === undefined) !== (userId === undefined), {
    path: ["customerId"],
    message: "one_person",
  });
export type EraseLogInput = z.infer<typeof eraseLogInput>;

/** How many entries lost their values. */
export const erasedLog = z.object({ entries: z.int() });
export type ErasedLog = z.infer<typeof erasedLog>;
