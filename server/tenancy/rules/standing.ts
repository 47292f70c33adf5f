import type { Refusal } from "@/server/core/errors";

/** How a company and the tenant that it belongs to stand with the platform. */
export interface Standing {
  tenantStatus: string;
  companyStatus: string;
}

/** Says why nobody may work there now, or null when they may; late payers still may. */
export function checkStanding({ tenantStatus, companyStatus }: Standing): Refusal | null {
  if (tenantStatus === "suspended") return { code: "FORBIDDEN", reason: "tenant_suspended" };
  if (tenantStatus === "cancelled") return { code: "FORBIDDEN", reason: "tenant_cancelled" };
  if (companyStatus === "suspended") return { code: "FORBIDDEN", reason: "company_suspended" };
  return null;
}
