import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { setBranchWeek, setStaffWeek } from "./commands/set-week";
import { getWeek } from "./queries/get-week";
import { listHours } from "./queries/list-hours";
import {
  getBranchWeekInput,
  getStaffWeekInput,
  hoursView,
  listHoursInput,
  setBranchWeekInput,
  setStaffWeekInput,
} from "./schema";

export const hoursRouter = router({
  list: companyProcedure
    .meta({ permission: "view_working_hours", rest: "GET /working-hours" })
    .input(listHoursInput)
    .output(z.array(hoursView))
    .query(({ ctx, input }) => listHours(ctx.company, input)),
  getBranchWeek: companyProcedure
    .meta({ permission: "view_working_hours", rest: "GET /branches/{id}/working-hours" })
    .input(getBranchWeekInput)
    .output(hoursView)
    .query(({ ctx, input }) => getWeek(ctx.company, { staffId: null, branchId: input.branchId })),
  getStaffWeek: companyProcedure
    .meta({ permission: "view_working_hours", rest: "GET /staff/{id}/working-hours" })
    .input(getStaffWeekInput)
    .output(hoursView)
    .query(({ ctx, input }) => getWeek(ctx.company, { staffId: input.staffId, branchId: input.branchId ?? null })),
  setBranchWeek: companyProcedure
    .meta({ permission: "edit_working_hours", rest: "PUT /branches/{id}/working-hours" })
    .input(setBranchWeekInput)
    .output(hoursView)
    .mutation(({ ctx, input }) => setBranchWeek(ctx.company, input)),
  setStaffWeek: companyProcedure
    .meta({ permission: "edit_working_hours", rest: "PUT /staff/{id}/working-hours" })
    .input(setStaffWeekInput)
    .output(hoursView)
    .mutation(({ ctx, input }) => setStaffWeek(ctx.company, input)),
});
