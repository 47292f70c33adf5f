import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { resourceChanged } from "../../events";
import { deleteGroup, listServicesOfGroup, writeMembers } from "../repository/groups";
import type { DeleteResourceGroupInput } from "../schema";
import { toGroupView } from "../views";
import { requireGroup } from "./load-resource";

/** Takes a group apart; what belonged to it stays. One that a service needs stays as well. */
export async function deleteResourceGroup(ctx: CompanyContext, input: DeleteResourceGroupInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const { resourceGroupId } = input;
    const before = await requireGroup(tx, input);
    const services = await listServicesOfGroup(tx, resourceGroupId);
    if (services.length > 0)
      throw new AppError({ code: "PRECONDITION_FAILED", reason: "group_needed_by_services", details: { services } });
    await writeMembers(tx, resourceGroupId, []);
    await deleteGroup(tx, resourceGroupId);
    const subject = { subjectType: "resource_group", subjectId: resourceGroupId };
    recordAudit(tx, { action: "delete_resources", ...subject, before: toGroupView(before) });
    await publish(tx, resourceChanged, { branchId: before.branch.id });
  });
}
