import { z } from "zod";
import { platformProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { endImpersonation } from "./commands/end-impersonation";
import { startImpersonation } from "./commands/start-impersonation";
import { startImpersonationInput } from "./schema";

export const impersonationRouter = router({
  start: platformProcedure
    .meta({ permission: "impersonate_companies", reauthentication: true })
    .input(startImpersonationInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const { session, token } = ctx;
      await ctx.adoptToken(startImpersonation(ctx.platform, { session, token, ...input }));
    }),
  end: platformProcedure
    .meta({ permission: "impersonate_companies" })
    .output(z.object({ companyId: z.uuid() }))
    .mutation(({ ctx }) => ctx.adoptToken(endImpersonation(ctx.platform, { session: ctx.session, token: ctx.token }))),
});
