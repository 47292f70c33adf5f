import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { attempt } from "@/server/core/savepoint";
import { transact } from "@/server/core/transact";
import { may } from "@/server/identity/rules/permissions";
import type { EditedServices, EditServicesInput } from "../schema/price";
import { editService } from "./edit-service";
import { requireService } from "./load-service";

type Change = EditServicesInput["changes"][number];
type Result = EditedServices["results"][number];

/**
 * Each service its own change, at once; what is refused for one says why and holds up none of the others. The answer says how
 * each one was before. One that there is not stops all: then the list itself is wrong.
 */
export async function editServices(ctx: CompanyContext, { changes }: EditServicesInput): Promise<EditedServices> {
  return transact(ctx, async (tx) => {
    requireMayEdit(tx);
    for (const { serviceId } of changes) await requireService(tx, { serviceId });
    const results: Result[] = [];
    for (const change of changes) results.push(await take(tx, change));
    const done = results.map(({ serviceId, isDone, reason }) => ({ serviceId, isDone, reason }));
    recordAudit(tx, { action: "bulk_edit_services", subjectType: "service", after: { changes, results: done } });
    return { results };
  });
}

function requireMayEdit(tx: TransactionContext): void {
  if (may(tx, "edit_services")) return;
  const details = { permission: "edit_services" };
  throw new AppError({ code: "FORBIDDEN", reason: "permission_missing", details });
}

async function take(tx: TransactionContext, change: Change): Promise<Result> {
  const { serviceId, version: _, ...fields } = change;
  const row = await requireService(tx, { serviceId });
  const before = Object.fromEntries(Object.entries(row).filter(([field]) => field in fields));
  const tried = await attempt(tx, () => editService(tx, change));
  if ("refusal" in tried)
    return { serviceId, isDone: false, reason: tried.refusal.reason, version: null, before: null };
  return { serviceId, isDone: true, reason: null, version: tried.result.version, before };
}
