import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { requireNumber, retireNumber } from "../repository";
import type { RemovePhoneNumberInput } from "../schema";

/** Who calls this number reaches nobody here any more; the calls of before stay. */
export async function removePhoneNumber(
  ctx: PlatformContext,
  { isDryRun, ...input }: RemovePhoneNumberInput & { isDryRun?: boolean },
): Promise<{ number: string }> {
  return transactAsPlatform(ctx, async (tx) => {
    const row = await requireNumber(tx, input);
    if (isDryRun) return { number: row.e164 };
    await retireNumber(tx, row);
    const { companyId } = input;
    const before = { number: row.e164, branchName: row.branch.name, retellAgentId: row.agent?.retellAgentId ?? null };
    recordPlatformAudit(tx, {
      ...{ action: "remove_phone_numbers", subjectType: "company", subjectId: companyId, companyIds: [companyId] },
      before,
    });
    return { number: row.e164 };
  });
}
