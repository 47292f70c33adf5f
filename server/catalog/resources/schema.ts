import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
import { resourceType } from "../services/schema/chain";

const name = z.string().trim().min(1).max(80);
const capacity = z.int().min(1).max(1000);

export const createResourceInput = z.object({
  branchId: z.uuid(),
  type: resourceType,
  name,
  /** Units that may be taken at once. */
  capacity: capacity.default(1),
  resourceGroupId: z.uuid().nullish(),
});
export type CreateResourceInput = z.infer<typeof createResourceInput>;

const ofResource = { resourceId: z.uuid(), version: z.int().optional() };

/** Only what is sent changes; a resource never moves to another branch. */
export const editResourceInput = z
  .object({ type: resourceType, name, capacity, isActive: z.boolean(), resourceGroupId: z.uuid().nullable() })
  .partial()
  .extend(ofResource);
export type EditResourceInput = z.infer<typeof editResourceInput>;

export const namedResource = z.object(ofResource);
export type NamedResource = z.infer<typeof namedResource>;
export const getResourceInput = z.object({ resourceId: z.uuid() });

export const resourceStatus = z.enum(["active", "inactive", "archived"]);
export type ResourceStatus = z.infer<typeof resourceStatus>;

export const listResourcesInput = z.object({
  search: z.string().trim().max(100).optional(),
  type: resourceType.optional(),
  /** Without it, everything but what is archived. */
  status: resourceStatus.optional(),
  branchId: z.uuid().optional(),
  resourceGroupId: z.uuid().optional(),
  /** By name; unless it is said, by branch and kind first. */
  order: listOrder.optional(),
  ...pageInput,
});
export type ListResourcesInput = z.infer<typeof listResourcesInput>;

export const exportResourcesInput = listResourcesInput.pick({ search: true, type: true, status: true, branchId: true });
export type ExportResourcesInput = z.infer<typeof exportResourcesInput>;

/** How much of this week's opening hours it is taken, over all its units. */
const utilisation = z.object({ takenMinutes: z.int(), openMinutes: z.int() });

export const resourceView = z.object({
  id: z.uuid(),
  name: z.string(),
  type: resourceType,
  capacity: z.int(),
  status: resourceStatus,
  branch: z.object({ id: z.uuid(), name: z.string() }),
  group: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  week: utilisation,
  version: z.int(),
});
export type ResourceView = z.infer<typeof resourceView>;
export const resourcePage = pageOf(resourceView);

/** An appointment that is still to come and takes it. */
export const comingUse = z.object({
  appointmentId: z.uuid().nullable(),
  startsAt: z.date(),
  endsAt: z.date(),
  serviceName: z.string(),
});

export const resourceDetails = resourceView.extend({
  /** Services that need it: by its name, its group or its kind. */
  usedBy: z.array(z.object({ id: z.uuid(), name: z.string(), by: z.enum(["resource", "group", "type"]) })),
  coming: z.array(comingUse),
  comingCount: z.int(),
});
export type ResourceDetails = z.output<typeof resourceDetails>;

export const createResourceGroupInput = z.object({
  branchId: z.uuid(),
  name,
  resourceIds: z.array(z.uuid()).max(200).default([]),
});
export type CreateResourceGroupInput = z.infer<typeof createResourceGroupInput>;

const ofGroup = { resourceGroupId: z.uuid(), version: z.int().optional() };

export const getResourceGroupInput = z.object({ resourceGroupId: z.uuid() });

export const editResourceGroupInput = z.object({
  ...ofGroup,
  name: name.optional(),
  /** All that belong to it from now on. */
  resourceIds: z.array(z.uuid()).max(200).optional(),
});
export type EditResourceGroupInput = z.infer<typeof editResourceGroupInput>;

export const deleteResourceGroupInput = z.object(ofGroup);
export type DeleteResourceGroupInput = z.infer<typeof deleteResourceGroupInput>;

export const listResourceGroupsInput = z.object({ branchId: z.uuid().optional() });

export const resourceGroupView = z.object({
  id: z.uuid(),
  name: z.string(),
  branch: z.object({ id: z.uuid(), name: z.string() }),
  resources: z.array(z.object({ id: z.uuid(), name: z.string() })),
  version: z.int(),
});
export type ResourceGroupView = z.infer<typeof resourceGroupView>;
