import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listKeyRows } from "../repository";
import type { ApiKeyView } from "../schema";
import { toApiKeyView } from "../views";

/** The company's keys, the newest first, also those that are over. */
export async function listApiKeys(ctx: CompanyContext): Promise<ApiKeyView[]> {
  return transact(ctx, async (tx) => (await listKeyRows(tx)).map((row) => toApiKeyView(row, tx.now)));
}
