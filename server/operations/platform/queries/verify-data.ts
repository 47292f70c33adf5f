import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { DATA_CHECKS, runDataCheck } from "../repository/data-checks";
import type { DataFinding } from "../schema";

/** What no single constraint can hold: whether rows agree with each other. One finding for each check, also for a clean one. */
export async function verifyData(
  ctx: PlatformContext,
  { companyId }: { companyId: string | null },
): Promise<DataFinding[]> {
  return transactAsPlatform(ctx, async (tx) => {
    const findings: DataFinding[] = [];
    for (const check of DATA_CHECKS) findings.push(await runDataCheck(tx, check, companyId));
    return findings;
  });
}
