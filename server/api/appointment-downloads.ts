import { exportProblems } from "@/server/appointments/imports/commands/export-problems";
import { importInput } from "@/server/appointments/imports/schema";
import { exportModifications } from "@/server/appointments/modifications/commands/export-modifications";
import { modificationFilters } from "@/server/appointments/modifications/schema";
import { type ApiContext, createContext } from "./context";
import { csvAnswer } from "./csv-answer";
import { assertEveryProcedureHasPermission } from "./declared-permissions";
import { answerAt, callerOf } from "./door";
import { requestId } from "./http";
import { reasonText } from "./message";
import { companyProcedure } from "./procedures";
import { createCallerFactory, router } from "./trpc";

const downloads = assertEveryProcedureHasPermission(
  router({
    modifications: companyProcedure
      .meta({ permission: "export_appointments" })
      .input(modificationFilters)
      .query(({ ctx, input }) => exportModifications(ctx.company, input)),
    importProblems: companyProcedure
      .meta({ permission: "import_appointments" })
      .input(importInput)
      .query(({ ctx, input }) =>
        exportProblems(ctx.company, { ...input, say: (reason) => reasonText(reason, ctx.locale) }),
      ),
  }),
);
const callerFor = createCallerFactory(downloads);
type Caller = ReturnType<typeof callerFor>;
type Ask = (caller: Caller, query: URLSearchParams) => Promise<AsyncGenerator<string, void>>;

const download = (name: string, ask: Ask) => (request: Request) =>
  answerAt({ channel: "api", route: `/api/exports/${name}` }, request, async (note) => {
    const context: ApiContext = { ...(await createContext(request.headers)), requestId: requestId(request) };
    note(callerOf(context));
    return csvAnswer(await ask(callerFor(context), new URL(request.url).searchParams), name);
  });

/** What happened to appointments as a table, with the filters of its page. */
export const downloadModifications = download("modifications", (caller, query) => {
  const { type, ...filters } = Object.fromEntries(query);
  return caller.modifications({ ...filters, ...(type && { type: query.getAll("type") }) } as never);
});

/** The lines of a file that could not be taken over. */
export const downloadImportProblems = download("import-problems", (caller, query) =>
  caller.importProblems({ importId: query.get("importId") ?? "" }),
);
