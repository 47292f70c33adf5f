import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { markReviewed } from "./commands/mark-reviewed";
import { getCall } from "./queries/get-call";
import { getCallStats } from "./queries/get-call-stats";
import { listCalls } from "./queries/list-calls";
import {
  callDetails,
  callPage,
  callStats,
  getCallInput,
  getCallStatsInput,
  listCallsInput,
  markReviewedInput,
} from "./schema";

export const callsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_calls", rest: "GET /calls" })
    .input(listCallsInput)
    .output(callPage)
    .query(({ ctx, input }) => listCalls(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_calls", rest: "GET /calls/{id}" })
    .input(getCallInput)
    .output(callDetails)
    .query(({ ctx, input }) => getCall(ctx.company, input)),
  stats: companyProcedure
    .meta({ permission: "view_calls", rest: "GET /calls/stats" })
    .input(getCallStatsInput)
    .output(callStats)
    .query(({ ctx, input }) => getCallStats(ctx.company, input)),
  markReviewed: companyProcedure
    .meta({ permission: "review_calls", rest: "PATCH /calls/{id}/review" })
    .input(markReviewedInput)
    .output(z.void())
    .mutation(({ ctx, input }) => markReviewed(ctx.company, input)),
});
