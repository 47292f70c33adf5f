import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { listBranches } from "@/server/tenancy/queries/list-branches";
import { resourceChanged } from "../../events";
import { insertResource } from "../repository/write";
import type { CreateResourceInput } from "../schema";
import { requireFreeName, requireGroupOfBranch } from "./load-resource";

/** Adds a room, a device or a vehicle to a branch. */
export async function createResource(ctx: CompanyContext, input: CreateResourceInput): Promise<{ resourceId: string }> {
  return transact(ctx, async (tx) => {
    const { branchId, name, resourceGroupId } = input;
    await requireBranch(tx, branchId);
    await requireFreeName(tx, { branchId, name });
    if (resourceGroupId) await requireGroupOfBranch(tx, { branchId, resourceGroupId });
    const resourceId = await insertResource(tx, input);
    recordAudit(tx, { action: "create_resources", subjectType: "resource", subjectId: resourceId, after: input });
    await publish(tx, resourceChanged, { branchId });
    return { resourceId };
  });
}

/** An open branch that this person works with. */
export async function requireBranch(ctx: CompanyContext, branchId: string): Promise<void> {
  requireOwnBranch(ctx, branchId);
  if (!(await listBranches(ctx)).some(({ id }) => id === branchId)) throw notFound("branch");
}
