import { exportAudit } from "@/server/audit/commands/export-audit";
import { exportPlatformAudit } from "@/server/audit/platform/commands/export-platform-audit";
import { exportAuditInput } from "@/server/audit/schema";
import { openRecording } from "@/server/calls/queries/open-recording";
import { openRecordingInput } from "@/server/calls/schema";
import { csvAnswer } from "./csv-answer";
import { assertEveryProcedureHasPermission } from "./declared-permissions";
import { answerAt } from "./door";
import { doorContext } from "./door-context";
import { companyProcedure, platformProcedure } from "./procedures";
import { createCallerFactory, router } from "./trpc";

/** Files that are written while they are sent: the same procedures as everywhere, at a door that can stream. */
export const downloads = assertEveryProcedureHasPermission(
  router({
    auditLog: companyProcedure
      .meta({ permission: "export_audit" })
      .input(exportAuditInput)
      .query(({ ctx, input }) => exportAudit(ctx.company, input)),
    platformAuditLog: platformProcedure
      .meta({ permission: "view_platform" })
      .input(exportAuditInput)
      .query(({ ctx, input }) => exportPlatformAudit(ctx.platform, input)),
    recording: companyProcedure
      .meta({ permission: "view_calls" })
      .input(openRecordingInput)
      .query(({ ctx, input }) => openRecording(ctx.company, input)),
  }),
);
const callerFor = createCallerFactory(downloads);

/** The company's audit log as a table, with the filters of its page. */
export const downloadAuditLog = (request: Request) => download(request, "auditLog", "audit-log");
/** The platform's own. */
export const downloadPlatformAuditLog = (request: Request) =>
  download(request, "platformAuditLog", "platform-audit-log");

async function download(request: Request, log: "auditLog" | "platformAuditLog", name: string): Promise<Response> {
  return answerAt({ channel: "api", route: `/api/exports/${name}` }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    const filters = exportAuditInput.strict().parse(Object.fromEntries(new URL(request.url).searchParams));
    const lines = await callerFor(context)[log](toInput(filters));
    return csvAnswer(lines, name);
  });
}

/** The procedure reads its input once more. */
const toInput = ({ from, until, ...filters }: ReturnType<typeof exportAuditInput.parse>) => ({
  ...filters,
  ...(from && { from: from.toISOString() }),
  ...(until && { until: until.toISOString() }),
});

/** What was recorded of a call, also in parts: a player that seeks asks for the one it needs. */
export async function downloadRecording(
  request: Request,
  { params }: { params: Promise<{ callId: string }> },
): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/calls/{callId}/recording" }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    const part = { ...(await params), range: request.headers.get("range") };
    const { status, headers, body } = await callerFor(context).recording(part);
    return new Response(body, { status, headers: { ...headers, "cache-control": "private, no-store" } });
  });
}
