import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { checkImport, startImport, stopImport, undoImport } from "./commands/request-import";
import { uploadImport } from "./commands/upload-import";
import { getImport } from "./queries/get-import";
import { listImportLines } from "./queries/list-import-lines";
import { listImports } from "./queries/list-imports";
import {
  checkImportInput,
  importInput,
  importLinePage,
  importPage,
  importView,
  listImportLinesInput,
  listImportsInput,
  MOST_UPLOAD_BYTES,
  uploadImportInput,
} from "./schema";

const permission = "import_appointments";

export const importsRouter = router({
  list: companyProcedure
    .meta({ permission, rest: "GET /imports" })
    .input(listImportsInput)
    .output(importPage)
    .query(({ ctx, input }) => listImports(ctx.company, input)),
  get: companyProcedure
    .meta({ permission, rest: "GET /imports/{id}" })
    .input(importInput)
    .output(importView)
    .query(({ ctx, input }) => getImport(ctx.company, input)),
  listLines: companyProcedure
    .meta({ permission, rest: "GET /imports/{id}/lines" })
    .input(listImportLinesInput)
    .output(importLinePage)
    .query(({ ctx, input }) => listImportLines(ctx.company, input)),
  upload: companyProcedure
    .meta({ permission, rest: "POST /imports", maxBytes: MOST_UPLOAD_BYTES })
    .input(uploadImportInput)
    .output(importView)
    .mutation(({ ctx, input }) => uploadImport(ctx.company, input)),
  check: companyProcedure
    .meta({ permission, rest: "POST /imports/{id}/check" })
    .input(checkImportInput)
    .output(importView)
    .mutation(({ ctx, input }) => checkImport(ctx.company, input)),
  start: companyProcedure
    .meta({ permission, rest: "POST /imports/{id}/start" })
    .input(importInput)
    .output(importView)
    .mutation(({ ctx, input }) => startImport(ctx.company, input)),
  stop: companyProcedure
    .meta({ permission, rest: "POST /imports/{id}/stop" })
    .input(importInput)
    .output(importView)
    .mutation(({ ctx, input }) => stopImport(ctx.company, input)),
  undo: companyProcedure
    .meta({ permission, rest: "POST /imports/{id}/undo" })
    .input(importInput)
    .output(importView)
    .mutation(({ ctx, input }) => undoImport(ctx.company, input)),
});
