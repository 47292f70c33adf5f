import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { resourceChanged } from "../../events";
import { changeGroup, writeMembers } from "../repository/groups";
import type { EditResourceGroupInput, ResourceGroupView } from "../schema";
import { toGroupView } from "../views";
import { requireMembers } from "./create-resource-group";
import { requireGroup } from "./load-resource";

/** Changes a group's name, or what belongs to it. */
export async function editResourceGroup(
  ctx: CompanyContext,
  input: EditResourceGroupInput,
): Promise<ResourceGroupView> {
  return transact(ctx, async (tx) => {
    const { resourceGroupId, name, resourceIds } = input;
    const before = await requireGroup(tx, input);
    const branchId = before.branch.id;
    if (resourceIds) await requireMembers(tx, { branchId, resourceIds });
    await changeGroup(tx, before, { name });
    if (resourceIds) await writeMembers(tx, resourceGroupId, resourceIds);
    const after = toGroupView(await requireGroup(tx, { resourceGroupId }));
    recordAudit(tx, {
      action: "edit_resources",
      subjectType: "resource_group",
      subjectId: resourceGroupId,
      before: toGroupView(before),
      after,
    });
    await publish(tx, resourceChanged, { branchId });
    return after;
  });
}
