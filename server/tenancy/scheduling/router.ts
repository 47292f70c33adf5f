import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { editScheduling } from "./commands/edit-scheduling";
import { getScheduling } from "./queries/get-scheduling";
import { editSchedulingInput, schedulingView } from "./schema";

export const companyRouter = router({
  scheduling: companyProcedure
    .meta({ permission: "view_company", rest: "GET /company/scheduling" })
    .output(schedulingView)
    .query(({ ctx }) => getScheduling(ctx.company)),
  editScheduling: companyProcedure
    .meta({ permission: "edit_company", rest: "PATCH /company/scheduling" })
    .input(editSchedulingInput)
    .output(schedulingView)
    .mutation(({ ctx, input }) => editScheduling(ctx.company, input)),
});
