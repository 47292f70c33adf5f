import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { HOUR } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { endKey, lockKey } from "../repository";
import { checkRotation, statusOf } from "../rules";
import type { IssuedApiKey, RotateApiKeyInput } from "../schema";
import { toApiKeyView, toAuditValues } from "../views";
import { issueKey } from "./issue-key";

/** Puts a new key in the place of an old one, which works on for some hours so that nothing stands still meanwhile. */
export async function rotateApiKey(ctx: CompanyContext, input: RotateApiKeyInput): Promise<IssuedApiKey> {
  const { apiKeyId, overlapHours, expiresInDays } = input;
  return transact(ctx, async (tx) => {
    const old = await lockKey(tx, apiKeyId);
    if (!old) throw notFound("api_key");
    const refusal = checkRotation(statusOf(old, tx.now));
    if (refusal) throw new AppError(refusal);
    const { name, scopes, branchIds, isGroupWide, refusedCompanyIds } = old;
    const wish = { name, scopes, branchIds, isGroupWide, refusedCompanyIds, expiresInDays, rotatedFromId: apiKeyId };
    const { row, token } = await issueKey(tx, wish);
    const overlapEnd = new Date(tx.now.getTime() + overlapHours * HOUR);
    const expiresAt = overlapEnd < old.expiresAt ? overlapEnd : old.expiresAt;
    await endKey(tx, apiKeyId, { expiresAt });
    const [before, after] = [toAuditValues(old), { ...toAuditValues(row), oldExpiresAt: expiresAt }];
    recordAudit(tx, { action: "rotate_api_keys", subjectType: "api_key", subjectId: row.id, before, after });
    return { apiKey: toApiKeyView(row, tx.now), secret: token };
  });
}
