import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { countModificationActors } from "./queries/count-modification-actors";
import { listModifications } from "./queries/list-modifications";
import { summariseModifications } from "./queries/summarise-modifications";
import {
  listModificationsInput,
  modificationActors,
  modificationFilters,
  modificationPage,
  modificationSummary,
} from "./schema";

export const modificationsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /appointments/modifications", sortedBy: "occurred_at" })
    .input(listModificationsInput)
    .output(modificationPage)
    .query(({ ctx, input }) => listModifications(ctx.company, input)),
  actors: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /appointments/modifications/actors" })
    .input(modificationFilters)
    .output(modificationActors)
    .query(({ ctx, input }) => countModificationActors(ctx.company, input)),
  summary: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /appointments/modifications/summary" })
    .input(modificationFilters)
    .output(modificationSummary)
    .query(({ ctx, input }) => summariseModifications(ctx.company, input)),
});
