import { z } from "zod";
import { memberProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { updateCompanySecurity } from "./commands/update-company-security";
import { getCompanySecurity } from "./queries/get-company-security";
import { companySecurityView, updateCompanySecurityInput } from "./schema";

export const companySecurityRouter = router({
  get: memberProcedure
    .meta({ permission: "view_company_security", rest: "GET /company/security" })
    .output(companySecurityView)
    .query(({ ctx }) => getCompanySecurity(ctx.company)),
  update: memberProcedure
    .meta({ permission: "edit_company_security", rest: "PUT /company/security", reauthentication: true })
    .input(updateCompanySecurityInput)
    .output(z.void())
    .mutation(({ ctx, input }) => updateCompanySecurity(ctx.company, input)),
});
