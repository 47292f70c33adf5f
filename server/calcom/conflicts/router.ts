import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { cancelThere } from "./commands/cancel-there";
import { ignoreConflict, keepOurs, linkAppointment } from "./commands/decide-conflict";
import { takeOverConflict } from "./commands/take-over-conflict";
import { listConflicts } from "./queries/list-conflicts";
import { conflictPage, decideConflictInput, linkConflictInput, listConflictsInput } from "./schema";

/** What was done at Cal.com and could not be followed here. */
export const calcomConflictsRouter = router({
  list: companyProcedure
    .meta({ permission: "edit_appointments", rest: "GET /calcom/conflicts" })
    .input(listConflictsInput)
    .output(conflictPage)
    .query(({ ctx, input }) => listConflicts(ctx.company, input)),
  takeOver: companyProcedure
    .meta({ permission: "create_appointments", rest: "POST /calcom/conflicts/{id}/take-over" })
    .input(decideConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => takeOverConflict(ctx.company, input)),
  keepOurs: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /calcom/conflicts/{id}/keep-ours" })
    .input(decideConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => keepOurs(ctx.company, input)),
  cancelThere: companyProcedure
    .meta({ permission: "cancel_appointments", rest: "POST /calcom/conflicts/{id}/cancel-there" })
    .input(decideConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => cancelThere(ctx.company, input)),
  link: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /calcom/conflicts/{id}/link" })
    .input(linkConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => linkAppointment(ctx.company, input)),
  ignore: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /calcom/conflicts/{id}/ignore" })
    .input(decideConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ignoreConflict(ctx.company, input)),
});
