import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { resourceChanged } from "../../events";
import { findGroup, type GroupRow } from "../repository/groups";
import { findResource, isNameTaken, type ResourceRow } from "../repository/read";
import { changeResource } from "../repository/write";

/** The resource as it stands; NOT_FOUND for another company's or branch's, VERSION_CONFLICT for an edit of an older state. */
export async function requireResource(
  tx: TransactionContext,
  { resourceId, version }: { resourceId: string; version?: number | undefined },
): Promise<ResourceRow> {
  const row = await findResource(tx, resourceId);
  if (!row) throw notFound("resource");
  requireVersion(row, version);
  return row;
}

export async function requireGroup(
  tx: TransactionContext,
  { resourceGroupId, version }: { resourceGroupId: string; version?: number | undefined },
): Promise<GroupRow> {
  const row = await findGroup(tx, resourceGroupId);
  if (!row) throw notFound("resource_group");
  requireVersion(row, version);
  return row;
}

/** A group holds what stands in one branch. */
export async function requireGroupOfBranch(
  tx: TransactionContext,
  place: { branchId: string; resourceGroupId: string },
) {
  const group = await requireGroup(tx, place);
  if (group.branch.id !== place.branchId) throw notFound("resource_group");
}

export async function requireFreeName(
  tx: TransactionContext,
  wanted: { branchId: string; name: string; exceptId?: string },
): Promise<void> {
  if (await isNameTaken(tx, wanted)) throw new AppError({ code: "VALIDATION_ERROR", reason: "resource_name_taken" });
}

/** Counts the change, and tells whoever shows it. */
export async function writeChange(
  tx: TransactionContext,
  before: ResourceRow,
  data: Parameters<typeof changeResource>[2],
): Promise<void> {
  await changeResource(tx, before, data);
  await publish(tx, resourceChanged, { branchId: before.branch.id });
}

function requireVersion(row: { version: number }, version: number | undefined): void {
  if (version !== undefined && version !== row.version)
    throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile", details: { version: row.version } });
}
