import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { getStaffUtilisation } from "./queries/get-staff-utilisation";
import { staffUtilisation, staffUtilisationInput } from "./schema";

export const utilisationRouter = router({
  getOfStaff: companyProcedure
    .meta({ permission: "view_working_hours", rest: "GET /staff/{id}/utilisation" })
    .input(staffUtilisationInput)
    .output(staffUtilisation)
    .query(({ ctx, input }) => getStaffUtilisation(ctx.company, input)),
});
