import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { checkMove } from "./queries/check-move";
import { getCalendar } from "./queries/get-calendar";
import { calendar, checkedMove, checkMoveInput, getCalendarInput } from "./schema";

export const calendarRouter = router({
  get: companyProcedure
    .meta({ permission: "view_appointments" })
    .input(getCalendarInput)
    .output(calendar)
    .query(({ ctx, input }) => getCalendar(ctx.company, input)),
  checkMove: companyProcedure
    .meta({ permission: "reschedule_appointments" })
    .input(checkMoveInput)
    .output(checkedMove)
    .query(({ ctx, input }) => checkMove(ctx.company, input)),
});
