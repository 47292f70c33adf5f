import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { serviceChanged } from "../../events";
import { replaceResourceNeeds, replaceSegments } from "../repository/chain";
import type { ServiceRow } from "../repository/read";
import { insertService, writeBranchOffers } from "../repository/write";
import type { DuplicateServiceInput } from "../schema/service";
import { requireFreeName, requireWholeService } from "./load-service";

/** Makes another service of the same kind, with its chain, branches and needs; it is not offered until somebody says so. */
export async function duplicateService(
  ctx: CompanyContext,
  { serviceId: sourceId, name }: DuplicateServiceInput,
): Promise<{ serviceId: string }> {
  return transact(ctx, async (tx) => {
    const source = await requireWholeService(tx, { serviceId: sourceId });
    await requireFreeName(tx, { name });
    const data = { ...plainOf(source), name, isActive: false };
    const serviceId = await insertService(tx, data);
    await replaceSegments(
      tx,
      serviceId,
      source.serviceSegments.map((segment) => linkOf(segment)),
    );
    await writeBranchOffers(tx, serviceId, source.branchServices);
    const needs = source.serviceResources.map(
      ({ resourceId, resourceGroupId: groupId, resourceType: type, quantity }) => ({
        ...{ resourceId, groupId, type, quantity },
      }),
    );
    await replaceResourceNeeds(tx, serviceId, needs);
    const after = { ...data, copyOf: sourceId };
    recordAudit(tx, { action: "create_services", subjectType: "service", subjectId: serviceId, after });
    await publish(tx, serviceChanged, { serviceId });
    return { serviceId };
  });
}

/** What callers say leads to one service only, so the copy has no words of its own yet. */
function plainOf(source: ServiceRow) {
  const { description, category, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, priceCents } = source;
  const { taxRateBps, colour, isOnlineBookable, isPhoneBookable, requiresDepositCents, minNoticeMinutes } = source;
  const { maxHorizonDays, maxPerDay, capacity, location, isComposite } = source;
  return {
    ...{ description, category, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, priceCents },
    ...{ taxRateBps, colour, isOnlineBookable, isPhoneBookable, requiresDepositCents, minNoticeMinutes },
    ...{ maxHorizonDays, maxPerDay, capacity, location, isComposite },
    staffRequirements: source.staffRequirements ?? [],
  };
}

function linkOf(segment: ServiceRow["serviceSegments"][number]) {
  const { name, durationMinutes, gapAfterMinMinutes, gapAfterMaxMinutes, staffMode, staffId } = segment;
  const { segmentServiceId: serviceId, isStaffFree, resourceType } = segment;
  return {
    ...{ name, durationMinutes, gapAfterMinMinutes, gapAfterMaxMinutes, staffMode, staffId },
    ...{ serviceId, isStaffFree, resourceType },
  };
}
