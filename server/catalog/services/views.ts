import type { ServiceListRow } from "./repository/list";
import type { ServiceRow } from "./repository/read";
import { checkReach } from "./rules/editing";
import { furtherStaff } from "./schema/offer";
import type { ServiceDetails, ServiceStatus, ServiceView } from "./schema/view";

const statusOf = ({ deletedAt, isActive }: { deletedAt: Date | null; isActive: boolean }): ServiceStatus =>
  deletedAt ? "archived" : isActive ? "active" : "inactive";

export function toServiceView({ _count, deletedAt, isActive, ...row }: ServiceListRow): ServiceView {
  return { ...row, status: statusOf({ deletedAt, isActive }), staffCount: _count.staffServices };
}

interface Surroundings {
  /** All the open branches of the company. */
  branches: readonly { id: string; name: string }[];
  /** The reader's own; none means all. */
  ownBranchIds: readonly string[];
  comingCount: number;
}

/** What has no row of its own is offered, at the service's own price and duration. */
export function toServiceDetails(
  row: ServiceRow,
  { branches, ownBranchIds, comingCount }: Surroundings,
): ServiceDetails {
  const offers = offersOf(row, branches);
  const offeredIn = offers.filter(({ isActive }) => isActive).map(({ branchId }) => branchId);
  const isOwn = ({ branchId }: { branchId: string }) => ownBranchIds.length === 0 || ownBranchIds.includes(branchId);
  const partOf = new Map(row.segmentsWithIt.map(({ service }) => [service.id, service]));
  return {
    ...plainOf(row),
    segments: row.serviceSegments.map(toSegment),
    branches: offers.filter(isOwn),
    resources: row.serviceResources.map(({ resourceId, resourceGroupId, resourceType, quantity, ...named }) => ({
      ...{ resourceId, groupId: resourceGroupId, type: resourceType, quantity },
      name: named.resource?.name ?? named.resourceGroup?.name ?? null,
    })),
    staffRequirements: furtherStaff.array().parse(row.staffRequirements),
    partOf: [...partOf.values()],
    comingCount,
    isWholeEditable: checkReach(ownBranchIds, offeredIn) === null,
  };
}

export function offersOf({ branchServices }: Pick<ServiceRow, "branchServices">, branches: Surroundings["branches"]) {
  const rows = new Map(branchServices.map((row) => [row.branchId, row]));
  return branches.map(({ id: branchId, name }) => {
    const { isActive = true, priceCents = null, durationMinutes = null } = rows.get(branchId) ?? {};
    return { branchId, name, isActive, priceCents, durationMinutes };
  });
}

function plainOf(row: ServiceRow) {
  const { id, name, description, category, durationMinutes, priceCents, taxRateBps, colour, synonyms, version } = row;
  const { isPhoneBookable, isOnlineBookable, isComposite, capacity, location, requiresDepositCents } = row;
  const { bufferBeforeMinutes, bufferAfterMinutes, minNoticeMinutes, maxHorizonDays, maxPerDay } = row;
  return {
    ...{ id, name, description, category, durationMinutes, priceCents, taxRateBps, colour, synonyms, version },
    ...{ isPhoneBookable, isOnlineBookable, isComposite, capacity, location, requiresDepositCents },
    ...{ bufferBeforeMinutes, bufferAfterMinutes, minNoticeMinutes, maxHorizonDays, maxPerDay },
    status: statusOf(row),
    staffCount: row._count.staffServices,
  };
}

function toSegment(segment: ServiceRow["serviceSegments"][number]) {
  const { position, name, durationMinutes, gapAfterMinMinutes, gapAfterMaxMinutes } = segment;
  const { segmentServiceId: serviceId, staffMode, staffId, isStaffFree, resourceType } = segment;
  return {
    ...{ position, name, durationMinutes, gapAfterMinMinutes, gapAfterMaxMinutes },
    ...{ serviceId, staffMode, staffId, isStaffFree, resourceType },
  };
}
