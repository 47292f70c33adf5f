import { z } from "zod";

/** The pages of other sites that may read the answers of the API in a browser. */
export const allowedOriginsView = z.object({ origins: z.array(z.string()) });
export type AllowedOrigins = z.infer<typeof allowedOriginsView>;

export const updateAllowedOriginsInput = z.object({ origins: z.array(z.string().trim().min(1).max(300)).max(50) });
export type UpdateAllowedOriginsInput = z.infer<typeof updateAllowedOriginsInput>;
