import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { serviceChanged } from "../../events";
import { listOpenBranches } from "../repository/read";
import { insertService, writeBranchOffers } from "../repository/write";
import { checkService, distinctSynonyms } from "../rules/editing";
import type { CreateServiceInput } from "../schema/service";
import { requireFreeName } from "./load-service";

/** Adds a service at the end of the list; whoever works with some branches only offers it there. */
export async function createService(ctx: CompanyContext, input: CreateServiceInput): Promise<{ serviceId: string }> {
  return transact(ctx, async (tx) => {
    const data = { ...input, synonyms: distinctSynonyms(input.synonyms, input.name) };
    const deposit = input.requiresDepositCents ?? null;
    const refusal = checkService({ ...data, requiresDepositCents: deposit, isComposite: false });
    if (refusal) throw new AppError(refusal);
    await requireFreeName(tx, { name: data.name });
    const serviceId = await insertService(tx, data);
    const own = tx.restriction?.branchIds ?? [];
    const elsewhere = own.length > 0 ? (await listOpenBranches(tx)).filter(({ id }) => !own.includes(id)) : [];
    const closed = elsewhere.map(({ id: branchId }) => ({
      ...{ branchId, isActive: false, priceCents: null, durationMinutes: null },
    }));
    await writeBranchOffers(tx, serviceId, closed);
    recordAudit(tx, { action: "create_services", subjectType: "service", subjectId: serviceId, after: data });
    await publish(tx, serviceChanged, { serviceId });
    return { serviceId };
  });
}
