import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findFallbackPhones, writeFallbackPhone } from "../repository";

/** Says where a branch's callers are put through to when the telephone agent can't serve them; null is nowhere. */
export async function setFallbackPhone(
  ctx: CompanyContext,
  { branchId, fallbackPhone }: { branchId: string; fallbackPhone: string | null },
): Promise<void> {
  await transact(ctx, async (tx) => {
    requireOwnBranch(tx, branchId);
    const before = (await findFallbackPhones(tx)).find((branch) => branch.branchId === branchId);
    if (!before) throw notFound("branch");
    await writeFallbackPhone(tx, { branchId, fallbackPhone });
    recordAudit(tx, {
      ...{ action: "edit_branches", subjectType: "branch", subjectId: branchId },
      ...{ before: { fallbackPhone: before.fallbackPhone }, after: { fallbackPhone } },
    });
  });
}
