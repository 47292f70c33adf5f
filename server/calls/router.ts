import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createCall } from "./commands/create-call";
import { deleteCall } from "./commands/delete-call";
import { exportCall } from "./commands/export-call";
import { linkCall } from "./commands/link-call";
import { markReviewed } from "./commands/mark-reviewed";
import { setFallback } from "./commands/set-fallback";
import { getCall } from "./queries/get-call";
import { getCallStats } from "./queries/get-call-stats";
import { listCalls } from "./queries/list-calls";
import { listFallbacks } from "./queries/list-fallbacks";
import { listLines } from "./queries/list-lines";
import {
  callDetails,
  callExport,
  callLines,
  callPage,
  callStats,
  createCallInput,
  deleteCallInput,
  fallback,
  getCallInput,
  getCallStatsInput,
  linkCallInput,
  listCallsInput,
  markReviewedInput,
  setFallbackInput,
} from "./schema";

export const callsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_calls", rest: "GET /calls", sortedBy: "started_at" })
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
  listLines: companyProcedure
    .meta({ permission: "view_calls", rest: "GET /calls/lines" })
    .output(callLines)
    .query(({ ctx }) => listLines(ctx.company)),
  listFallbacks: companyProcedure
    .meta({ permission: "view_agents", rest: "GET /calls/fallbacks" })
    .output(z.array(fallback))
    .query(({ ctx }) => listFallbacks(ctx.company)),
  setFallback: companyProcedure
    .meta({ permission: "edit_branches", rest: "PATCH /branches/{id}/fallback" })
    .input(setFallbackInput)
    .output(z.array(fallback))
    .mutation(({ ctx, input }) => setFallback(ctx.company, input)),
  markReviewed: companyProcedure
    .meta({ permission: "review_calls", rest: "PATCH /calls/{id}/review" })
    .input(markReviewedInput)
    .output(z.void())
    .mutation(({ ctx, input }) => markReviewed(ctx.company, input)),
  link: companyProcedure
    .meta({ permission: "link_calls", rest: "PATCH /calls/{id}/link" })
    .input(linkCallInput)
    .output(z.void())
    .mutation(({ ctx, input }) => linkCall(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_calls", rest: "POST /calls" })
    .input(createCallInput)
    .output(callDetails)
    .mutation(({ ctx, input }) => createCall(ctx.company, input)),
  delete: companyProcedure
    .meta({ permission: "delete_calls", rest: "DELETE /calls/{id}" })
    .input(deleteCallInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteCall(ctx.company, input)),
  export: companyProcedure
    .meta({ permission: "export_calls", rest: "POST /calls/{id}/export" })
    .input(getCallInput)
    .output(callExport)
    .mutation(({ ctx, input }) => exportCall(ctx.company, input)),
});
