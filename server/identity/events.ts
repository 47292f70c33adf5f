import { eventType } from "inngest";
import { z } from "zod";

/** What a company's own role may do changed; open pages of those who have it begin anew. */
export const roleChanged = eventType("role/changed", {
  schema: z.object({ companyId: z.uuid(), roleId: z.uuid(), roleKey: z.string() }),
});

/** Somebody was invited, came, left or works under another role. */
export const teamChanged = eventType("team/changed", { schema: z.object({ companyId: z.uuid() }) });

/** Too many wrong passwords or codes: the account waits. The database tells each company where its owner works. */
export const memberLocked = eventType("team/member.locked", {
  schema: z.object({
    companyId: z.uuid(),
    userId: z.uuid(),
    attemptId: z.uuid(),
    ip: z.string().nullable(),
    at: z.iso.datetime(),
    until: z.iso.datetime(),
  }),
});
