import type { CompanyContext } from "@/server/core/context";
import { formatPhone } from "@/server/speech/rules/format-phone";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { listFallbackPhones } from "@/server/tenancy/queries/list-fallback-phones";
import type { Fallback } from "../schema";

/** For each branch the number that its callers are put through to when the agent fails them. */
export async function listFallbacks(ctx: CompanyContext): Promise<Fallback[]> {
  const { country } = await getCompany(ctx);
  const branches = await listFallbackPhones(ctx);
  return branches.map(({ branchId, name, fallbackPhone: number }) => {
    return { branchId, name, number, numberText: number && formatPhone(number, { country }) };
  });
}
