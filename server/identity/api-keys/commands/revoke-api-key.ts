import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { listKeysFromElsewhere } from "../queries/list-keys-from-elsewhere";
import { endKey, lockKey, refuseGroupKey } from "../repository";
import type { ApiKeyInput } from "../schema";
import { toAuditValues } from "../views";

/**
 * Ends a key at once: the next request with it is refused. What is over already stays as it is. A key of the group that
 * another business keeps is ended for this one.
 */
export async function revokeApiKey(ctx: CompanyContext, { apiKeyId }: ApiKeyInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await lockKey(tx, apiKeyId);
    if (!before) return refuse(tx, apiKeyId);
    if (before.revokedAt) return;
    await endKey(tx, apiKeyId, { revokedAt: tx.now });
    const values = { before: toAuditValues(before), after: { ...toAuditValues(before), revokedAt: tx.now } };
    recordAudit(tx, { action: "delete_api_keys", subjectType: "api_key", subjectId: apiKeyId, ...values });
  });
}

async function refuse(tx: TransactionContext, apiKeyId: string): Promise<void> {
  const key = (await listKeysFromElsewhere(tx)).find(({ id }) => id === apiKeyId);
  if (!key) throw notFound("api_key");
  if (!(await refuseGroupKey(tx, apiKeyId))) return;
  const { name, prefix, scopes, homeCompany } = key;
  const before = { name, prefix, scopes, homeCompany };
  const after = { ...before, revokedAt: tx.now };
  recordAudit(tx, { action: "delete_api_keys", subjectType: "api_key", subjectId: apiKeyId, before, after });
}
