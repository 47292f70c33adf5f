import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findPeak } from "../repository/coming";
import type { ResourceRow } from "../repository/read";
import { lockResource } from "../repository/write";
import type { EditResourceInput, ResourceView } from "../schema";
import { toResourceView } from "../views";
import { requireFreeName, requireGroupOfBranch, requireResource, writeChange } from "./load-resource";

/** Changes what was sent of a resource and nothing else; it never holds less than is booked of it already. */
export async function editResource(ctx: CompanyContext, input: EditResourceInput): Promise<ResourceView> {
  return transact(ctx, async (tx) => {
    const before = await requireResource(tx, input);
    const { resourceId, version: _, ...data } = input;
    const branchId = before.branch.id;
    if (data.name !== undefined && data.name !== before.name)
      await requireFreeName(tx, { branchId, name: data.name, exceptId: resourceId });
    if (data.resourceGroupId) await requireGroupOfBranch(tx, { branchId, resourceGroupId: data.resourceGroupId });
    await requireRoom(tx, before, data.capacity);
    await writeChange(tx, before, data);
    const after = await requireResource(tx, { resourceId });
    const { name, type, capacity, isActive, resourceGroup } = before;
    recordAudit(tx, {
      action: "edit_resources",
      subjectType: "resource",
      subjectId: resourceId,
      before: { name, type, capacity, isActive, resourceGroupId: resourceGroup?.id ?? null },
      after: data,
    });
    return toResourceView(after);
  });
}

async function requireRoom(tx: TransactionContext, before: ResourceRow, capacity = before.capacity): Promise<void> {
  if (capacity >= before.capacity) return;
  await lockResource(tx, before.id);
  const taken = await findPeak(tx, before.id);
  if (taken > capacity)
    throw new AppError({ code: "PRECONDITION_FAILED", reason: "capacity_below_bookings", details: { taken } });
}
