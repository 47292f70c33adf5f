import { eventType } from "inngest";
import { z } from "zod";

/** What a company's own role may do changed; open pages of those who have it begin anew. */
export const roleChanged = eventType("role/changed", {
  schema: z.object({ companyId: z.uuid(), roleId: z.uuid(), roleKey: z.string() }),
});

/** Somebody was invited, came, left or works under another role. */
export const teamChanged = eventType("team/changed", { schema: z.object({ companyId: z.uuid() }) });
