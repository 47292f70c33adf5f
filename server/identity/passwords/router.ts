import { z } from "zod";
import { accountProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { changePassword } from "./commands/change-password";
import { changePasswordInput } from "./schema";

export const passwordsRouter = router({
  change: accountProcedure
    .meta({ permission: "account" })
    .input(changePasswordInput)
    .output(z.object({}))
    .mutation(({ ctx, input }) => ctx.adoptToken(changePassword(ctx.account, input))),
});
