import { exportStaff } from "@/server/staff/commands/export-staff";
import { staffFilters } from "@/server/staff/schema";
import { csvAnswer } from "./csv-answer";
import { assertEveryProcedureHasPermission } from "./declared-permissions";
import { answerAt } from "./door";
import { doorContext } from "./door-context";
import { companyProcedure } from "./procedures";
import { createCallerFactory, router } from "./trpc";

export const downloads = assertEveryProcedureHasPermission(
  router({
    staff: companyProcedure
      .meta({ permission: "export_staff" })
      .input(staffFilters)
      .query(({ ctx, input }) => exportStaff(ctx.company, input)),
  }),
);
const callerFor = createCallerFactory(downloads);

/** The staff as a table, with the filters of its page. */
export async function downloadStaff(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/exports/staff" }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    const filters = staffFilters.strict().parse(Object.fromEntries(new URL(request.url).searchParams));
    return csvAnswer(await callerFor(context).staff(filters), "staff");
  });
}
