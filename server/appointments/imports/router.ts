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
  uploadImportInput,
} from "./schema";

const importProcedure = companyProcedure.meta({ permission: "import_appointments" });

export const importsRouter = router({
  list: importProcedure
    .input(listImportsInput)
    .output(importPage)
    .query(({ ctx, input }) => listImports(ctx.company, input)),
  get: importProcedure
    .input(importInput)
    .output(importView)
    .query(({ ctx, input }) => getImport(ctx.company, input)),
  listLines: importProcedure
    .input(listImportLinesInput)
    .output(importLinePage)
    .query(({ ctx, input }) => listImportLines(ctx.company, input)),
  upload: importProcedure
    .input(uploadImportInput)
    .output(importView)
    .mutation(({ ctx, input }) => uploadImport(ctx.company, input)),
  check: importProcedure
    .input(checkImportInput)
    .output(importView)
    .mutation(({ ctx, input }) => checkImport(ctx.company, input)),
  start: importProcedure
    .input(importInput)
    .output(importView)
    .mutation(({ ctx, input }) => startImport(ctx.company, input)),
  stop: importProcedure
    .input(importInput)
    .output(importView)
    .mutation(({ ctx, input }) => stopImport(ctx.company, input)),
  undo: importProcedure
    .input(importInput)
    .output(importView)
    .mutation(({ ctx, input }) => undoImport(ctx.company, input)),
});
