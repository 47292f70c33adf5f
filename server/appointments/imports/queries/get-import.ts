import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { ImportInput, ImportView } from "../schema";
import { viewImport } from "./load-import";

/** One import with how far it has come. */
export async function getImport(ctx: CompanyContext, { importId }: ImportInput): Promise<ImportView> {
  return transact(ctx, (tx) => viewImport(tx, importId));
}
