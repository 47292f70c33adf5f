import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { setLocale } from "./commands/set-locale";
import { switchCompany } from "./commands/switch-company";
import { getMe } from "./queries/get-me";
import { meView, setLocaleInput, switchCompanyInput } from "./schema";

export const identityRouter = router({
  me: companyProcedure
    .meta({ permission: "signed_in", rest: "GET /auth/me" })
    .output(meView)
    .query(({ ctx }) => getMe(ctx.session, ctx.membership)),
  switchCompany: companyProcedure
    .meta({ permission: "signed_in" })
    .input(switchCompanyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => switchCompany(ctx.token, input)),
  setLocale: companyProcedure
    .meta({ permission: "signed_in" })
    .input(setLocaleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setLocale(ctx.token, input)),
});
