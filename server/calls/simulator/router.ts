import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { converse } from "./commands/converse";
import { playScenario } from "./commands/play-scenario";
import { listScenarios } from "./queries/list-scenarios";
import { converseInput, playScenarioInput, simulatedCall, simulatorScenarios } from "./schema";

export const simulatorRouter = router({
  listScenarios: companyProcedure
    .meta({ permission: "test_integrations" })
    .output(simulatorScenarios)
    .query(() => listScenarios()),
  play: companyProcedure
    .meta({ permission: "test_integrations", limit: "simulations" })
    .input(playScenarioInput)
    .output(simulatedCall)
    .mutation(({ ctx, input }) => playScenario(ctx.company, input)),
  converse: companyProcedure
    .meta({ permission: "test_integrations", limit: "simulations" })
    .input(converseInput)
    .output(simulatedCall)
    .mutation(({ ctx, input }) => converse(ctx.company, input)),
});
