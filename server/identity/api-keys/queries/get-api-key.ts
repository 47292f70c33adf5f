import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findKey } from "../repository";
import type { ApiKeyView } from "../schema";
import { toApiKeyView } from "../views";
import { listKeysFromElsewhere } from "./list-keys-from-elsewhere";

/** A key of the company, also one that is over, or one of the group's that reaches it. */
export async function getApiKey(ctx: CompanyContext, { apiKeyId }: { apiKeyId: string }): Promise<ApiKeyView> {
  return transact(ctx, async (tx) => {
    const row = await findKey(tx, apiKeyId);
    if (row) return toApiKeyView(row, tx.now);
    const reaching = (await listKeysFromElsewhere(tx)).find(({ id }) => id === apiKeyId);
    if (!reaching) throw notFound("api_key");
    return reaching;
  });
}
