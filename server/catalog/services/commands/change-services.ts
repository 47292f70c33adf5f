import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { attempt } from "@/server/core/savepoint";
import { transact } from "@/server/core/transact";
import { may } from "@/server/identity/rules/permissions";
import type { ChangedServices, ChangeServicesInput, ServiceChange } from "../schema/service";
import { archiveService } from "./archive-service";
import { editService } from "./edit-service";
import { requireService } from "./load-service";
import { restoreService } from "./restore-service";

/**
 * One change with many services; what is refused for one says why and holds up none of the others. One that there is not
 * stops all: then the list itself is wrong.
 */
export async function changeServices(ctx: CompanyContext, input: ChangeServicesInput): Promise<ChangedServices> {
  return transact(ctx, async (tx) => {
    const { change } = input;
    requirePermission(tx, change === "archive" || change === "restore" ? "delete_services" : "edit_services");
    const serviceIds = [...new Set(input.serviceIds)];
    for (const serviceId of serviceIds) await requireService(tx, { serviceId });
    const results: ChangedServices["results"] = [];
    for (const serviceId of serviceIds) {
      const tried = await attempt(tx, () => take(tx, { serviceId, change }));
      const reason = "refusal" in tried ? tried.refusal.reason : null;
      results.push({ serviceId, isDone: reason === null, reason });
    }
    recordAudit(tx, { action: "bulk_edit_services", subjectType: "service", after: { change, results } });
    return { results };
  });
}

function requirePermission(tx: TransactionContext, permission: "delete_services" | "edit_services"): void {
  if (may(tx, permission)) return;
  throw new AppError({ code: "FORBIDDEN", reason: "permission_missing", details: { permission } });
}

async function take(
  tx: TransactionContext,
  { serviceId, change }: { serviceId: string; change: ServiceChange },
): Promise<void> {
  if (change === "archive") return archiveService(tx, { serviceId });
  if (change === "restore") return restoreService(tx, { serviceId });
  await editService(tx, { serviceId, isActive: change === "activate" });
}
