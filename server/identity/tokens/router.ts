import { z } from "zod";
import { accountProcedure, publicProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { signOut } from "../commands/sign-out";
import { login } from "./commands/login";
import { refreshToken } from "./commands/refresh-token";
import { issuedToken, loginAnswer, loginInput } from "./schema";

export const tokensRouter = router({
  login: publicProcedure
    .meta({ permission: "public", rest: "POST /auth/login", limit: "sign_in", shape: "plain" })
    .input(loginInput)
    .output(loginAnswer)
    .mutation(({ ctx: { requestId, ip, userAgent }, input }) => login({ requestId, ip, userAgent }, input)),
  refresh: accountProcedure
    .meta({ permission: "account", rest: "POST /auth/refresh", shape: "plain" })
    .output(issuedToken)
    .mutation(({ ctx }) => refreshToken(ctx.account)),
  logout: accountProcedure
    .meta({ permission: "account", rest: "POST /auth/logout" })
    .output(z.void())
    .mutation(({ ctx }) => signOut(ctx.token)),
});
