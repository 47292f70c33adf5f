import { z } from "zod";
import { memberProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { updateAllowedOrigins } from "./commands/update-allowed-origins";
import { getAllowedOrigins } from "./queries/get-allowed-origins";
import { allowedOriginsView, updateAllowedOriginsInput } from "./schema";

/** People only: a key must not widen from where keys are used. */
export const allowedOriginsRouter = router({
  get: memberProcedure
    .meta({ permission: "view_api_keys", rest: "GET /company/origins" })
    .output(allowedOriginsView)
    .query(({ ctx }) => getAllowedOrigins(ctx.company)),
  update: memberProcedure
    .meta({ permission: "edit_api_keys", rest: "PUT /company/origins", reauthentication: true })
    .input(updateAllowedOriginsInput)
    .output(z.void())
    .mutation(({ ctx, input }) => updateAllowedOrigins(ctx.company, input)),
});
