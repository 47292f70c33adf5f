import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { requireResource } from "../commands/load-resource";
import { listComing } from "../repository/coming";
import { findUsers, measureWeek } from "../repository/read";
import type { ResourceDetails } from "../schema";
import { toResourceView } from "../views";

/** A resource with the services that need it and what it is booked for. */
export async function getResource(
  ctx: CompanyContext,
  { resourceId }: { resourceId: string },
): Promise<ResourceDetails> {
  return transact(ctx, async (tx) => {
    const row = await requireResource(tx, { resourceId });
    const [week] = await measureWeek(tx, [resourceId]);
    const usedBy = toUsers(await findUsers(tx, row));
    return { ...toResourceView(row, week), usedBy, ...(await listComing(tx, resourceId)) };
  });
}

/** Each service once, by the closest of its reasons. */
function toUsers({ needs, links }: Awaited<ReturnType<typeof findUsers>>): ResourceDetails["usedBy"] {
  const named = needs
    .filter(({ resourceId }) => resourceId)
    .map(({ service }) => ({ ...service, by: "resource" as const }));
  const grouped = needs
    .filter((need) => need.resourceGroupId)
    .map(({ service }) => ({ ...service, by: "group" as const }));
  const kinds = [...needs.filter((need) => !need.resourceId && !need.resourceGroupId), ...links];
  const all = [...named, ...grouped, ...kinds.map(({ service }) => ({ ...service, by: "type" as const }))];
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
}
