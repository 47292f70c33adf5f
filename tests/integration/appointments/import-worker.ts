// Works an import off in a process of its own, for a test that kills it.
import { workOffImport } from "@/server/appointments/imports/commands/work-off-import";
import { disconnect } from "@/server/core/db";

const { COMPANY_ID: companyId = "", IMPORT_ID: importId = "" } = process.env;
for (let isOver = false; !isOver; ) ({ isOver } = await workOffImport({ companyId, importId }));
await disconnect();
