import { z } from "zod";

export const MAX_IMPERSONATION_MINUTES = 60;

export const startImpersonationInput = z.object({
  companyId: z.uuid(),
  /** The company reads it in its audit log. */
  reason: z.string().trim().min(10).max(500),
  minutes: z.int().min(5).max(MAX_IMPERSONATION_MINUTES).default(30),
});
export type StartImpersonationInput = z.infer<typeof startImpersonationInput>;
