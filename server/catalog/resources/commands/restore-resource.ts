import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { NamedResource } from "../schema";
import { requireFreeName, requireResource, writeChange } from "./load-resource";

/** Puts an archived resource back into use, in no group. */
export async function restoreResource(ctx: CompanyContext, input: NamedResource): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await requireResource(tx, input);
    if (!before.deletedAt) return;
    await requireFreeName(tx, { branchId: before.branch.id, name: before.name, exceptId: before.id });
    await writeChange(tx, before, { deletedAt: null });
    recordAudit(tx, {
      action: "restore_resources",
      subjectType: "resource",
      subjectId: before.id,
      before: { isArchived: true },
      after: { isArchived: false },
    });
  });
}
