import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { removeCredential, setCredential } from "./commands/set-credential";
import { testConnection } from "./commands/test-connection";
import { listConnections } from "./queries/list-connections";
import { listIntegrations } from "./queries/list-integrations";
import {
  connectionTest,
  connectionView,
  integrationView,
  removeCredentialInput,
  setCredentialInput,
  testConnectionInput,
} from "./schema";

export const integrationsRouter = router({
  list: companyProcedure
    .meta({ permission: "view_integration_health", rest: "GET /integrations" })
    .output(z.array(integrationView))
    .query(({ ctx }) => listIntegrations(ctx.company)),
  listConnections: companyProcedure
    .meta({ permission: "view_integrations", rest: "GET /integrations/connections" })
    .output(z.array(connectionView))
    .query(({ ctx }) => listConnections(ctx.company)),
  test: companyProcedure
    .meta({ permission: "test_integrations", rest: "POST /integrations/{provider}/test", limit: "connection_tests" })
    .input(testConnectionInput)
    .output(connectionTest)
    .mutation(({ ctx, input }) => testConnection(ctx.company, input)),
  setCredential: companyProcedure
    .meta({
      permission: "edit_integrations",
      rest: "PUT /integrations/{provider}/credentials/{field}",
      reauthentication: true,
    })
    .input(setCredentialInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setCredential(ctx.company, input)),
  removeCredential: companyProcedure
    .meta({
      permission: "delete_integrations",
      rest: "DELETE /integrations/{provider}/credentials/{field}",
      reauthentication: true,
    })
    .input(removeCredentialInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeCredential(ctx.company, input)),
});
