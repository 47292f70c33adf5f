import { z } from "zod";
import { accountProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { revokeOtherSessions } from "./commands/revoke-other-sessions";
import { revokeSession } from "./commands/revoke-session";
import { listSessions } from "./queries/list-sessions";
import { revokeSessionInput, sessionView } from "./schema";

export const sessionsRouter = router({
  list: accountProcedure
    .meta({ permission: "account" })
    .output(z.array(sessionView))
    .query(({ ctx }) => listSessions(ctx.account)),
  revoke: accountProcedure
    .meta({ permission: "account" })
    .input(revokeSessionInput)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeSession(ctx.account, input)),
  revokeOthers: accountProcedure
    .meta({ permission: "account" })
    .output(z.object({ count: z.int() }))
    .mutation(({ ctx }) => revokeOtherSessions(ctx.account)),
});
