import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listKeyRows } from "../repository";
import type { ApiKeyView } from "../schema";
import { toApiKeyView } from "../views";
import { listKeysFromElsewhere } from "./list-keys-from-elsewhere";

/** The company's keys, the newest first, also those that are over; then those of the group that reach it. */
export async function listApiKeys(ctx: CompanyContext): Promise<ApiKeyView[]> {
  return transact(ctx, async (tx) => [
    ...(await listKeyRows(tx)).map((row) => toApiKeyView(row, tx.now)),
    ...(await listKeysFromElsewhere(tx)),
  ]);
}
