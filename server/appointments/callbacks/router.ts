import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { completeCallback } from "./commands/complete-callback";
import { createCallback } from "./commands/create-callback";
import { listCallbacks } from "./queries/list-callbacks";
import {
  callbackPage,
  completeCallbackInput,
  createdCallback,
  listCallbacksInput,
  requestCallbackInput,
} from "./schema";

export const callbacksRouter = router({
  list: companyProcedure
    .meta({ permission: "view_callbacks", rest: "GET /callbacks", sortedBy: "due_at" })
    .input(listCallbacksInput)
    .output(callbackPage)
    .query(({ ctx, input }) => listCallbacks(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_callbacks", rest: "POST /callbacks" })
    .input(requestCallbackInput)
    .output(createdCallback)
    .mutation(({ ctx, input }) => createCallback(ctx.company, input)),
  complete: companyProcedure
    .meta({ permission: "complete_callbacks", rest: "POST /callbacks/{id}/complete" })
    .input(completeCallbackInput)
    .output(z.void())
    .mutation(({ ctx, input }) => completeCallback(ctx.company, input)),
});
