import { exportProblems } from "@/server/appointments/imports/commands/export-problems";
import { importInput } from "@/server/appointments/imports/schema";
import { exportModifications } from "@/server/appointments/modifications/commands/export-modifications";
import { modificationFilters } from "@/server/appointments/modifications/schema";
import { exportNotifications } from "@/server/notifications/commands/export-notifications";
import { notificationFilters } from "@/server/notifications/schema";
import { csvAnswer } from "./csv-answer";
import { assertEveryProcedureHasPermission } from "./declared-permissions";
import { answerAt } from "./door";
import { doorContext } from "./door-context";
import { reasonText } from "./message";
import { companyProcedure } from "./procedures";
import { createCallerFactory, router } from "./trpc";

export const downloads = assertEveryProcedureHasPermission(
  router({
    modifications: companyProcedure
      .meta({ permission: "export_appointments" })
      .input(modificationFilters)
      .query(({ ctx, input }) => exportModifications(ctx.company, input)),
    notifications: companyProcedure
      .meta({ permission: "export_appointments" })
      .input(notificationFilters)
      .query(({ ctx, input }) => exportNotifications(ctx.company, input)),
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
  answerAt({ channel: "api", route: `/api/exports/${name}` }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    return csvAnswer(await ask(callerFor(context), new URL(request.url).searchParams), name);
  });

/** What happened to appointments as a table, with the filters of its page. */
export const downloadModifications = download("modifications", (caller, query) => {
  const { type, ...filters } = Object.fromEntries(query);
  return caller.modifications({ ...filters, ...(type && { type: query.getAll("type") }) } as never);
});

/** The messages as a table, with the filters of their page. */
export const downloadNotifications = download("notifications", (caller, query) => {
  const lists = ["status", "channel", "event"].filter((name) => query.has(name));
  const many = Object.fromEntries(lists.map((name) => [name, query.getAll(name)]));
  return caller.notifications({ ...Object.fromEntries(query), ...many } as never);
});

/** The lines of a file that could not be taken over. */
export const downloadImportProblems = download("import-problems", (caller, query) =>
  caller.importProblems({ importId: query.get("importId") ?? "" }),
);
