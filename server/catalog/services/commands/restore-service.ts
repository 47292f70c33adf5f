import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { RestoreServiceInput } from "../schema/service";
import { requireFreeName, requireWholeService, writeChange } from "./load-service";

/** Brings an archived service back as it was. */
export async function restoreService(ctx: CompanyContext, input: RestoreServiceInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await requireWholeService(tx, input);
    if (!before.deletedAt) return;
    await requireFreeName(tx, { name: before.name, exceptId: before.id });
    await writeChange(tx, before, { deletedAt: null });
    recordAudit(tx, {
      action: "restore_services",
      subjectType: "service",
      subjectId: before.id,
      before: { isArchived: true },
      after: { isArchived: false },
    });
  });
}
