import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { requireWithinLimit } from "@/server/core/within-allowance";
import type { CreateApiKeyInput, IssuedApiKey } from "../schema";
import { toApiKeyView, toAuditValues } from "../views";
import { issueKey } from "./issue-key";

/** Makes a key for a program: its secret is told once and never stored. */
export async function createApiKey(ctx: CompanyContext, input: CreateApiKeyInput): Promise<IssuedApiKey> {
  return transact(ctx, async (tx) => {
    await requireWithinLimit(tx, "apiKeys");
    const { row, token } = await issueKey(tx, input);
    const after = toAuditValues(row);
    recordAudit(tx, { action: "create_api_keys", subjectType: "api_key", subjectId: row.id, after });
    return { apiKey: toApiKeyView(row, tx.now), secret: token };
  });
}
