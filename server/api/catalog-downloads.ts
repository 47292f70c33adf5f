import { exportResources } from "@/server/catalog/resources/commands/export-resources";
import { exportResourcesInput } from "@/server/catalog/resources/schema";
import { exportServices } from "@/server/catalog/services/commands/export-services";
import { exportServicesInput } from "@/server/catalog/services/schema/view";
import { csvAnswer } from "./csv-answer";
import { assertEveryProcedureHasPermission } from "./declared-permissions";
import { answerAt } from "./door";
import { doorContext } from "./door-context";
import { companyProcedure } from "./procedures";
import { createCallerFactory, router } from "./trpc";

export const downloads = assertEveryProcedureHasPermission(
  router({
    services: companyProcedure
      .meta({ permission: "export_services" })
      .input(exportServicesInput)
      .query(({ ctx, input }) => exportServices(ctx.company, input)),
    resources: companyProcedure
      .meta({ permission: "export_resources" })
      .input(exportResourcesInput)
      .query(({ ctx, input }) => exportResources(ctx.company, input)),
  }),
);
const callerFor = createCallerFactory(downloads);

/** The services as a table, with the filters of their page. */
export async function downloadServices(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/exports/services" }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    const filters = exportServicesInput.strict().parse(Object.fromEntries(new URL(request.url).searchParams));
    return csvAnswer(await callerFor(context).services(filters), "services");
  });
}

/** The resources as a table, with the filters of their page. */
export async function downloadResources(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/exports/resources" }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    const filters = exportResourcesInput.strict().parse(Object.fromEntries(new URL(request.url).searchParams));
    return csvAnswer(await callerFor(context).resources(filters), "resources");
  });
}
