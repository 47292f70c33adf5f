import type { ApiKeyRow, GroupKeyRow } from "./repository";
import { statusOf } from "./rules";
import type { ApiKeyView } from "./schema";

export function toApiKeyView(row: ApiKeyRow, now: Date): ApiKeyView {
  const { id, name, prefix, scopes, branchIds, isGroupWide, expiresAt, lastUsedAt, createdAt, createdBy } = row;
  const status = statusOf(row, now);
  const kept = { id, name, prefix, scopes, branchIds, isGroupWide, homeCompany: null };
  return { ...kept, status, expiresAt, lastUsedAt, createdAt, createdBy };
}

/** As a company sees it that it reaches: whoever keeps it rotates it; here it can only be ended. */
export function toGroupKeyView(row: GroupKeyRow, now: Date): ApiKeyView {
  const { id, name, prefix, scopes, createdBy, home, isReplaced } = row;
  const [expiresAt, createdAt] = [new Date(row.expiresAt), new Date(row.createdAt)];
  const status = statusOf({ expiresAt, revokedAt: row.isRefused ? now : null, isReplaced }, now);
  const lastUsedAt = row.lastUsedAt === null ? null : new Date(row.lastUsedAt);
  const kept = { id, name, prefix, scopes, branchIds: [], isGroupWide: true, homeCompany: home.companyName };
  return { ...kept, status, expiresAt, lastUsedAt, createdAt, createdBy };
}

/** What the audit keeps of a key: nothing that opens anything. */
export function toAuditValues({ name, prefix, scopes, branchIds, isGroupWide, expiresAt, revokedAt }: ApiKeyRow) {
  return { name, prefix, scopes, branchIds, isGroupWide, expiresAt, revokedAt };
}
