import type { ApiKeyRow } from "./repository";
import { statusOf } from "./rules";
import type { ApiKeyView } from "./schema";

export function toApiKeyView(row: ApiKeyRow, now: Date): ApiKeyView {
  const { id, name, prefix, scopes, branchIds, expiresAt, lastUsedAt, createdAt, createdBy } = row;
  const status = statusOf(row, now);
  return { id, name, prefix, scopes, branchIds, status, expiresAt, lastUsedAt, createdAt, createdBy };
}

/** What the audit keeps of a key: nothing that opens anything. */
export function toAuditValues({ name, prefix, scopes, branchIds, expiresAt, revokedAt }: ApiKeyRow) {
  return { name, prefix, scopes, branchIds, expiresAt, revokedAt };
}
