import { companyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { type FoundApiKey, keyPermissions, keyRestriction } from "@/server/identity/api-keys/rules";
import { checkIpAllowlist } from "@/server/identity/rules/ip-allowlist";
import { requireStanding } from "./gates/require-standing";
import type { Visitor } from "./visitor";

/** The company that a key is for, and what the key may do there now. */
export function openCompanyOfKey(key: FoundApiKey, { requestId, ip, userAgent }: Visitor) {
  const { apiKeyId, name, creator: membership } = key;
  const refusal = checkIpAllowlist(membership.ipAllowlist, ip);
  if (refusal) throw new AppError(refusal);
  requireStanding(membership);
  const permissions: readonly string[] = keyPermissions(key);
  const company = companyContext({
    companyId: membership.companyId,
    actor: { kind: "api_key", apiKeyId, name },
    requestId,
    restriction: keyRestriction(key),
    permissions: new Set(permissions),
    ip,
    userAgent,
  });
  return { membership, permissions, company };
}
