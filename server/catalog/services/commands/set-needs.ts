import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { countGroups, countPeople, countResources, replaceResourceNeeds } from "../repository/chain";
import type { SetNeedsInput } from "../schema/offer";
import type { ServiceDetails } from "../schema/view";
import { loadDetails, requireWholeService, writeChange } from "./load-service";

/** Rooms, devices and further people that a service takes during its whole time, buffers included. */
export async function setNeeds(ctx: CompanyContext, input: SetNeedsInput): Promise<ServiceDetails> {
  return transact(ctx, async (tx) => {
    const { serviceId, resources, staffRequirements } = input;
    const before = await requireWholeService(tx, input);
    await requireOurs(tx, input);
    await writeChange(tx, before, { staffRequirements });
    await replaceResourceNeeds(tx, serviceId, resources);
    recordAudit(tx, {
      action: "edit_services",
      subjectType: "service",
      subjectId: serviceId,
      before: { resources: before.serviceResources, staffRequirements: before.staffRequirements },
      after: { resources, staffRequirements },
    });
    return loadDetails(tx, { serviceId });
  });
}

async function requireOurs(tx: TransactionContext, { resources, staffRequirements }: SetNeedsInput): Promise<void> {
  const distinct = (ids: readonly (string | null | undefined)[]) => [...new Set(ids.flatMap((id) => id ?? []))];
  const resourceIds = distinct(resources.map(({ resourceId }) => resourceId));
  if ((await countResources(tx, resourceIds)) < resourceIds.length) throw notFound("resource");
  const groupIds = distinct(resources.map(({ groupId }) => groupId));
  if ((await countGroups(tx, groupIds)) < groupIds.length) throw notFound("resource_group");
  const staffIds = distinct(staffRequirements.flatMap((need) => need.staffIds ?? []));
  if ((await countPeople(tx, staffIds)) < staffIds.length) throw notFound("staff");
}
