import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { checkWebhook } from "./commands/check-webhook";
import { chooseTeam } from "./commands/choose-team";
import { connectCalcom } from "./commands/connect-calcom";
import { disconnectCalcom } from "./commands/disconnect-calcom";
import { registerWebhook } from "./commands/register-webhook";
import { getConnection } from "./queries/get-connection";
import { listTeams } from "./queries/list-teams";
import { calcomConnectionView, calcomTeams, chooseTeamInput, connectCalcomInput, webhookCheck } from "./schema";

const proven = { permission: "edit_integrations", reauthentication: true } as const;

/** The account at Cal.com, from the key to being told of changes. */
export const calcomConnectionRouter = router({
  get: companyProcedure
    .meta({ permission: "view_integrations", rest: "GET /calcom/connection" })
    .output(calcomConnectionView)
    .query(({ ctx }) => getConnection(ctx.company)),
  listTeams: companyProcedure
    .meta({ permission: "edit_integrations", rest: "GET /calcom/teams", limit: "connection_tests" })
    .output(calcomTeams)
    .query(({ ctx }) => listTeams(ctx.company)),
  connect: companyProcedure
    .meta({ ...proven, rest: "POST /calcom/connection", limit: "connection_tests" })
    .input(connectCalcomInput)
    .output(z.void())
    .mutation(({ ctx, input }) => connectCalcom(ctx.company, input)),
  chooseTeam: companyProcedure
    .meta({ permission: "edit_integrations", rest: "POST /calcom/team" })
    .input(chooseTeamInput)
    .output(z.void())
    .mutation(({ ctx, input }) => chooseTeam(ctx.company, input)),
  registerWebhook: companyProcedure
    .meta({ ...proven, rest: "POST /calcom/webhook" })
    .output(z.void())
    .mutation(({ ctx }) => registerWebhook(ctx.company)),
  checkWebhook: companyProcedure
    .meta({ permission: "test_integrations", rest: "POST /calcom/webhook/check", limit: "connection_tests" })
    .output(webhookCheck)
    .mutation(({ ctx }) => checkWebhook(ctx.company)),
  disconnect: companyProcedure
    .meta({ ...proven, permission: "delete_integrations", rest: "DELETE /calcom/connection" })
    .output(z.void())
    .mutation(({ ctx }) => disconnectCalcom(ctx.company)),
});
