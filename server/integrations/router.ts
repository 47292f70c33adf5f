import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { listIntegrations } from "./queries/list-integrations";
import { integrationView } from "./schema";

export const integrationsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_integration_health", rest: "GET /integrations" })
    .output(z.array(integrationView))
    .query(({ ctx }) => listIntegrations(ctx.company)),
});
