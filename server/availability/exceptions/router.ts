import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createException } from "./commands/create-exception";
import { decideException } from "./commands/decide-exception";
import { deleteException, withdrawRequest } from "./commands/delete-exception";
import { editException } from "./commands/edit-exception";
import { requestException } from "./commands/request-exception";
import { getException } from "./queries/get-exception";
import { getTeamMonth } from "./queries/get-team-month";
import { listExceptions } from "./queries/list-exceptions";
import {
  createExceptionInput,
  decideExceptionInput,
  deleteExceptionInput,
  editExceptionInput,
  exceptionPage,
  exceptionView,
  getExceptionInput,
  listExceptionsInput,
  requestExceptionInput,
  teamMonth,
  teamMonthInput,
} from "./schema";

export const exceptionsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_schedule_exceptions", rest: "GET /schedule-exceptions", sortedBy: "starts_at" })
    .input(listExceptionsInput)
    .output(exceptionPage)
    .query(({ ctx, input }) => listExceptions(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_schedule_exceptions", rest: "GET /schedule-exceptions/{id}" })
    .input(getExceptionInput)
    .output(exceptionView)
    .query(({ ctx, input }) => getException(ctx.company, input)),
  getTeamMonth: companyProcedure
    .meta({ permission: "view_schedule_exceptions", rest: "GET /schedule-exceptions/team-month" })
    .input(teamMonthInput)
    .output(teamMonth)
    .query(({ ctx, input }) => getTeamMonth(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_schedule_exceptions", rest: "POST /schedule-exceptions" })
    .input(createExceptionInput)
    .output(exceptionView)
    .mutation(({ ctx, input }) => createException(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_schedule_exceptions", rest: "PATCH /schedule-exceptions/{id}" })
    .input(editExceptionInput)
    .output(exceptionView)
    .mutation(({ ctx, input }) => editException(ctx.company, input)),
  delete: companyProcedure
    .meta({ permission: "delete_schedule_exceptions", rest: "DELETE /schedule-exceptions/{id}" })
    .input(deleteExceptionInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteException(ctx.company, input)),
  request: companyProcedure
    .meta({
      ...{ permission: "request_schedule_exceptions", rest: "POST /schedule-exceptions/requests" },
      created: "/schedule-exceptions/{id}",
    })
    .input(requestExceptionInput)
    .output(exceptionView)
    .mutation(({ ctx, input }) => requestException(ctx.company, input)),
  withdraw: companyProcedure
    .meta({ permission: "request_schedule_exceptions", rest: "DELETE /schedule-exceptions/requests/{id=exceptionId}" })
    .input(deleteExceptionInput)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawRequest(ctx.company, input)),
  decide: companyProcedure
    .meta({ permission: "edit_schedule_exceptions", rest: "POST /schedule-exceptions/{id}/decision" })
    .input(decideExceptionInput)
    .output(exceptionView)
    .mutation(({ ctx, input }) => decideException(ctx.company, input)),
});
