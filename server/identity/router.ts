import { z } from "zod";
import { accountProcedure, memberProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { reauthenticate } from "./commands/reauthenticate";
import { setLocale } from "./commands/set-locale";
import { switchCompany } from "./commands/switch-company";
import { getMe } from "./queries/get-me";
import { meView, reauthenticateInput, setLocaleInput, switchCompanyInput } from "./schema";

export const identityRouter = router({
  me: memberProcedure
    .meta({ permission: "signed_in", rest: "GET /auth/me" })
    .output(meView)
    .query(({ ctx }) => getMe(ctx.session, ctx.membership)),
  switchCompany: accountProcedure
    .meta({ permission: "account" })
    .input(switchCompanyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => switchCompany(ctx.token, input, ctx.account)),
  setLocale: accountProcedure
    .meta({ permission: "account" })
    .input(setLocaleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setLocale(ctx.token, input, ctx.account)),
  /** Proves again who they are, for what is too sensitive for a screen that somebody left open. */
  reauthenticate: accountProcedure
    .meta({ permission: "account", limit: "sign_in" })
    .input(reauthenticateInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      await ctx.adoptToken(reauthenticate(ctx.account, input));
    }),
});
