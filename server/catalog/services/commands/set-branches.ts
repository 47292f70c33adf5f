import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { listOpenBranches } from "../repository/read";
import { writeBranchOffers } from "../repository/write";
import type { SetServiceBranchesInput } from "../schema/offer";
import type { ServiceDetails } from "../schema/view";
import { offersOf } from "../views";
import { loadDetails, requireService, writeChange } from "./load-service";

/** Where a service is offered, and where at another price or length; each branch is changed by whoever works with it. */
export async function setServiceBranches(ctx: CompanyContext, input: SetServiceBranchesInput): Promise<ServiceDetails> {
  return transact(ctx, async (tx) => {
    const { serviceId, branches } = input;
    const before = await requireService(tx, input);
    const open = await listOpenBranches(tx);
    for (const { branchId, durationMinutes } of branches) {
      requireOwnBranch(tx, branchId);
      if (!open.some(({ id }) => id === branchId)) throw notFound("branch");
      if (before.isComposite && durationMinutes !== null)
        throw new AppError({ code: "VALIDATION_ERROR", reason: "duration_from_chain" });
    }
    await writeChange(tx, before);
    await writeBranchOffers(tx, serviceId, branches);
    const named = new Set(branches.map(({ branchId }) => branchId));
    recordAudit(tx, {
      action: "edit_services",
      subjectType: "service",
      subjectId: serviceId,
      before: { branches: offersOf(before, open).filter(({ branchId }) => named.has(branchId)) },
      after: { branches },
    });
    return loadDetails(tx, { serviceId });
  });
}
