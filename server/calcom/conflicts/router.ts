import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { cancelThere, ignoreConflict, keepOurs, linkAppointment } from "./commands/decide-conflict";
import { takeOverConflict } from "./commands/take-over-conflict";
import { listConflicts } from "./queries/list-conflicts";
import { conflictPage, decideConflictInput, linkConflictInput, listConflictsInput } from "./schema";

/** What was done at Cal.com and could not be followed here. */
export const calcomConflictsRouter = router({
  list: companyProcedure
    .meta({ permission: "edit_appointments" })
    .input(listConflictsInput)
    .output(conflictPage)
    .query(({ ctx, input }) => listConflicts(ctx.company, input)),
  takeOver: companyProcedure
    .meta({ permission: "create_appointments" })
    .input(decideConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => takeOverConflict(ctx.company, input)),
  keepOurs: companyProcedure
    .meta({ permission: "edit_appointments" })
    .input(decideConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => keepOurs(ctx.company, input)),
  cancelThere: companyProcedure
    .meta({ permission: "cancel_appointments" })
    .input(decideConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => cancelThere(ctx.company, input)),
  link: companyProcedure
    .meta({ permission: "edit_appointments" })
    .input(linkConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => linkAppointment(ctx.company, input)),
  ignore: companyProcedure
    .meta({ permission: "edit_appointments" })
    .input(decideConflictInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ignoreConflict(ctx.company, input)),
});
