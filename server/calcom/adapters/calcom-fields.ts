import { z } from "zod";

/** As large as a number of theirs may be that we keep or look something up by; what is larger, or a fraction, is none. */
export const wholeNumber = z.int().min(0).max(2_147_483_647).nullish().catch(null);
export const saidText = z.string().nullish().catch(null);
