import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { listCallbacks } from "./queries/list-callbacks";
import { callbackPage, listCallbacksInput } from "./schema";

export const callbacksRouter = router({
  list: companyProcedure
    .meta({ permission: "view_callbacks", rest: "GET /callbacks" })
    .input(listCallbacksInput)
    .output(callbackPage)
    .query(({ ctx, input }) => listCallbacks(ctx.company, input)),
});
