import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { listComing } from "../repository/coming";
import { lockResource } from "../repository/write";
import type { NamedResource } from "../schema";
import { requireResource, writeChange } from "./load-resource";

/** Takes a resource out of use; while something that is still to come needs it, the refusal lists what. */
export async function archiveResource(ctx: CompanyContext, input: NamedResource): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await requireResource(tx, input);
    if (before.deletedAt) return;
    await lockResource(tx, before.id);
    const { coming, comingCount: count } = await listComing(tx, before.id);
    if (count > 0)
      throw new AppError({
        code: "PRECONDITION_FAILED",
        reason: "resource_has_appointments",
        details: { count, appointments: coming },
      });
    await writeChange(tx, before, { deletedAt: tx.now, resourceGroupId: null });
    recordAudit(tx, {
      action: "archive_resources",
      subjectType: "resource",
      subjectId: before.id,
      before: { isArchived: false, resourceGroupId: before.resourceGroup?.id ?? null },
      after: { isArchived: true },
    });
  });
}
