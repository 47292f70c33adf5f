import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { requireGroup } from "../commands/load-resource";
import type { ResourceGroupView } from "../schema";
import { toGroupView } from "../views";

/** A group with what belongs to it. */
export async function getResourceGroup(
  ctx: CompanyContext,
  { resourceGroupId }: { resourceGroupId: string },
): Promise<ResourceGroupView> {
  return transact(ctx, async (tx) => toGroupView(await requireGroup(tx, { resourceGroupId })));
}
