import { eventType } from "inngest";
import { z } from "zod";

/** A mail about an account is to go out; the row says to whom and what. */
export const accountMailQueued = eventType("account-mail/queued", { schema: z.object({ mailId: z.uuid() }) });
