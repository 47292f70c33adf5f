import { z } from "zod";
import { accountProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { beginEnrolment } from "./commands/begin-enrolment";
import { disableTwoFactor } from "./commands/disable-two-factor";
import { enableTwoFactor } from "./commands/enable-two-factor";
import { renewRecoveryCodes } from "./commands/renew-recovery-codes";
import { getTwoFactor } from "./queries/get-two-factor";
import { enableTwoFactorInput, enrolmentView, recoveryCodesView, twoFactorView } from "./schema";

export const twoFactorRouter = router({
  get: accountProcedure
    .meta({ permission: "account" })
    .output(twoFactorView)
    .query(({ ctx }) => getTwoFactor(ctx.account, ctx.isSecondFactorRequired)),
  begin: accountProcedure
    .meta({ permission: "account", reauthentication: true })
    .output(enrolmentView)
    .mutation(({ ctx }) => beginEnrolment(ctx.account)),
  enable: accountProcedure
    .meta({ permission: "account", reauthentication: true })
    .input(enableTwoFactorInput)
    .output(recoveryCodesView)
    .mutation(({ ctx, input }) => ctx.adoptToken(enableTwoFactor(ctx.account, input))),
  disable: accountProcedure
    .meta({ permission: "account", reauthentication: true })
    .output(z.void())
    .mutation(async ({ ctx }) => {
      await ctx.adoptToken(disableTwoFactor(ctx.account, { isRequired: ctx.isSecondFactorRequired }));
    }),
  renewRecoveryCodes: accountProcedure
    .meta({ permission: "account", reauthentication: true })
    .output(recoveryCodesView)
    .mutation(({ ctx }) => renewRecoveryCodes(ctx.account)),
});
