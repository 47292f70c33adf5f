import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { resourceChanged } from "../../events";
import { countOfBranch, insertGroup, writeMembers } from "../repository/groups";
import type { CreateResourceGroupInput } from "../schema";
import { requireBranch } from "./create-resource";

/** Puts resources of one branch together, of which any will do. */
export async function createResourceGroup(ctx: CompanyContext, input: CreateResourceGroupInput) {
  return transact(ctx, async (tx) => {
    const { branchId, name, resourceIds } = input;
    await requireBranch(tx, branchId);
    await requireMembers(tx, { branchId, resourceIds });
    const resourceGroupId = await insertGroup(tx, { branchId, name });
    await writeMembers(tx, resourceGroupId, resourceIds);
    const subject = { subjectType: "resource_group", subjectId: resourceGroupId };
    recordAudit(tx, { action: "create_resources", ...subject, after: input });
    await publish(tx, resourceChanged, { branchId });
    return { resourceGroupId };
  });
}

export async function requireMembers(
  tx: TransactionContext,
  { branchId, resourceIds }: { branchId: string; resourceIds: readonly string[] },
): Promise<void> {
  const wanted = [...new Set(resourceIds)];
  if ((await countOfBranch(tx, { branchId, resourceIds: wanted })) < wanted.length) throw notFound("resource");
}
