import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { TENANT_STATUSES, type TenantStatus } from "@/server/tenancy/platform/schema/tenants";

/** The list's state in the URL, read alike by the page on the server and the list in the browser. */
export const tenantParsers = {
  search: parseAsString.withDefault(""),
  status: parseAsStringLiteral(TENANT_STATUSES),
};

export function toTenantsInput(
  { search, status }: { search: string; status: TenantStatus | null },
  cursor: string | null,
) {
  return {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(status ? { status } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
