import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { toE164 } from "@/server/customers/rules";
import { setFallbackPhone } from "@/server/tenancy/commands/set-fallback-phone";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { listFallbacks } from "../queries/list-fallbacks";
import { isOwnNumber } from "../repository/fallbacks";
import type { Fallback, SetFallbackInput } from "../schema";

// Not audited: what it calls writes its own entry.
/**
 * Says where callers are put through to when the telephone agent fails them. Never to a line that the agent answers itself: who
 * was failed twice would come back to where they were.
 */
export async function setFallback(ctx: CompanyContext, { branchId, number }: SetFallbackInput): Promise<Fallback[]> {
  return transact(ctx, async (tx) => {
    const fallbackPhone = number ? toE164(number, (await getCompany(tx)).country) : null;
    if (number && !fallbackPhone) throw new AppError({ code: "VALIDATION_ERROR", reason: "international_number" });
    if (fallbackPhone && (await isOwnNumber(tx, fallbackPhone)))
      throw new AppError({ code: "VALIDATION_ERROR", reason: "fallback_is_agent" });
    await setFallbackPhone(tx, { branchId, fallbackPhone });
    return listFallbacks(tx);
  });
}
