import type { TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { countLines, findImport, type ImportRow } from "../repository/jobs";
import type { ImportView } from "../schema";
import { toImportView } from "../views";

/** The import as it stands; NOT_FOUND for another company's, or another branch's. */
export async function requireImport(tx: TransactionContext, { importId }: { importId: string }): Promise<ImportRow> {
  const row = await findImport(tx, importId);
  if (!row) throw notFound("import");
  return row;
}

/** The same with its lines counted. */
export async function viewImport(tx: TransactionContext, importId: string): Promise<ImportView> {
  const row = await requireImport(tx, { importId });
  return toImportView(row, (await countLines(tx, [importId])).get(importId));
}
