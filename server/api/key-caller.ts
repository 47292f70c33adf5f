import { companyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import {
  checkKeyAddress,
  type FoundApiKey,
  keyNameAt,
  keyPermissions,
  keyRestriction,
  reachesCompany,
} from "@/server/identity/api-keys/rules";
import { requireStanding } from "./gates/require-standing";
import type { Visitor } from "./visitor";

/** The company that a key is for, and what the key may do there now. */
export function openCompanyOfKey(key: FoundApiKey, { requestId, ip, userAgent }: Visitor) {
  if (!reachesCompany(key)) throw notFound("company");
  const { apiKeyId, creator: membership } = key;
  const refusal = checkKeyAddress(key, ip);
  if (refusal) throw new AppError(refusal);
  requireStanding(membership);
  const permissions: readonly string[] = keyPermissions(key);
  const company = companyContext({
    companyId: membership.companyId,
    actor: { kind: "api_key", apiKeyId, name: keyNameAt(key) },
    requestId,
    restriction: keyRestriction(key),
    permissions: new Set(permissions),
    ip,
    userAgent,
  });
  return { membership, permissions, company };
}
