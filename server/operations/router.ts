import { companyProcedure, platformProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { getPlatformHealth } from "./platform/queries/get-platform-health";
import { getHealthDetails } from "./queries/get-health-details";
import { healthDetails } from "./schema";

export const operationsRouter = router({
  getHealth: companyProcedure
    .meta({ permission: "view_integration_health" })
    .output(healthDetails)
    .query(({ ctx }) => getHealthDetails(ctx.company, ctx.membership.timezone)),
});

/** The same over all companies. */
export const platformOperationsRouter = router({
  getHealth: platformProcedure
    .meta({ permission: "view_platform" })
    .output(healthDetails)
    .query(({ ctx }) => getPlatformHealth(ctx.platform)),
});
