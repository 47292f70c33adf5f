import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { listIdsInOrder } from "../repository/list";
import { writePositions } from "../repository/write";
import type { ReorderServicesInput } from "../schema/service";

/** The order in which services are read out and shown; what is not named follows as before. */
export async function reorderServices(ctx: CompanyContext, { serviceIds }: ReorderServicesInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await listIdsInOrder(tx);
    const wanted = [...new Set(serviceIds)];
    if (wanted.some((id) => !before.includes(id))) throw notFound("service");
    const after = [...wanted, ...before.filter((id) => !wanted.includes(id))];
    await writePositions(tx, after);
    recordAudit(tx, {
      action: "edit_services",
      subjectType: "service",
      before: { order: before },
      after: { order: after },
    });
  });
}
