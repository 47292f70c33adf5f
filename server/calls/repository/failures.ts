import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

export interface FailingCall {
  /** How many of the agent's requests in this call have failed so far. */
  failures: number;
  branchName: string;
  /** Null as well where the agent itself answers: who was failed there would come back to it. */
  fallbackPhone: string | null;
}

/** How often a call has been failed already, and whom its branch names for that; it waits for nobody who works on the call. */
export async function findFailingCall(
  ctx: CompanyContext,
  { retellCallId, branchId }: { retellCallId: string; branchId: string },
): Promise<FailingCall | null> {
  const [row] = await ask<FailingCall>(
    ctx,
    Prisma.sql`
    SELECT b.name AS "branchName", CASE WHEN EXISTS (
        SELECT FROM phone_numbers n WHERE n.company_id = b.company_id AND n.e164 = b.fallback_phone AND n.is_active)
      THEN NULL ELSE b.fallback_phone END AS "fallbackPhone", (
        SELECT count(*)::int FROM calls k
          JOIN call_function_invocations i ON i.company_id = k.company_id AND i.call_id = k.id
        WHERE k.company_id = b.company_id AND k.retell_call_id = ${retellCallId} AND i.status = 'error') AS failures
    FROM branches b WHERE b.company_id = ${ctx.companyId}::uuid AND b.id = ${branchId}::uuid`,
  );
  return row ?? null;
}
