import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { getCompany } from "./queries/get-company";
import { getUsage } from "./queries/get-usage";
import { listBranches } from "./queries/list-branches";
import { branchView, companyView, usageView } from "./schema";

export const tenancyRouter = router({
  getCompany: companyProcedure
    .meta({ permission: "view_company", rest: "GET /company" })
    .output(companyView)
    .query(({ ctx }) => getCompany(ctx.company)),
  getUsage: companyProcedure
    .meta({ permission: "view_plan", rest: "GET /usage" })
    .output(z.array(usageView))
    .query(({ ctx }) => getUsage(ctx.company)),
  listBranches: companyProcedure
    .meta({ permission: "signed_in", rest: "GET /branches" })
    .output(z.array(branchView))
    .query(({ ctx }) => listBranches(ctx.company)),
});
