import { exportAudit } from "@/server/audit/commands/export-audit";
import { exportAuditInput } from "@/server/audit/schema";
import { createContext } from "./context";
import { csvAnswer } from "./csv-answer";
import { assertEveryProcedureHasPermission } from "./declared-permissions";
import { answerAt, callerOf } from "./door";
import { requestId } from "./http";
import { companyProcedure } from "./procedures";
import { createCallerFactory, router } from "./trpc";

/** Files that are written while they are sent: the same procedures as everywhere, at a door that can stream. */
const downloads = assertEveryProcedureHasPermission(
  router({
    auditLog: companyProcedure
      .meta({ permission: "export_audit" })
      .input(exportAuditInput)
      .query(({ ctx, input }) => exportAudit(ctx.company, input)),
  }),
);
const callerFor = createCallerFactory(downloads);

/** The audit log as a table, with the filters of its page. */
export async function downloadAuditLog(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/exports/audit-log" }, request, async (note) => {
    const context = { ...(await createContext(request.headers)), requestId: requestId(request) };
    note(callerOf(context));
    const filters = exportAuditInput.strict().parse(Object.fromEntries(new URL(request.url).searchParams));
    const lines = await callerFor(context).auditLog(toInput(filters));
    return csvAnswer(lines, "audit-log");
  });
}

/** The procedure reads its input once more. */
const toInput = ({ from, until, ...filters }: ReturnType<typeof exportAuditInput.parse>) => ({
  ...filters,
  ...(from && { from: from.toISOString() }),
  ...(until && { until: until.toISOString() }),
});
