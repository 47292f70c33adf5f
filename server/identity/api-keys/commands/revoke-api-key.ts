import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { endKey, lockKey } from "../repository";
import type { RevokeApiKeyInput } from "../schema";
import { toAuditValues } from "../views";

/** Ends a key at once: the next request with it is refused. What is over already stays as it is. */
export async function revokeApiKey(ctx: CompanyContext, { apiKeyId }: RevokeApiKeyInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await lockKey(tx, apiKeyId);
    if (!before) throw notFound("api_key");
    if (before.revokedAt) return;
    await endKey(tx, apiKeyId, { revokedAt: tx.now });
    const values = { before: toAuditValues(before), after: { ...toAuditValues(before), revokedAt: tx.now } };
    recordAudit(tx, { action: "delete_api_keys", subjectType: "api_key", subjectId: apiKeyId, ...values });
  });
}
