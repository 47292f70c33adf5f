import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { archiveResource } from "./commands/archive-resource";
import { createResource } from "./commands/create-resource";
import { createResourceGroup } from "./commands/create-resource-group";
import { deleteResourceGroup } from "./commands/delete-resource-group";
import { editResource } from "./commands/edit-resource";
import { editResourceGroup } from "./commands/edit-resource-group";
import { restoreResource } from "./commands/restore-resource";
import { getResource } from "./queries/get-resource";
import { getResourceGroup } from "./queries/get-resource-group";
import { listResourceGroups } from "./queries/list-resource-groups";
import { listResources } from "./queries/list-resources";
import * as schema from "./schema";

export const resourcesRouter = router({
  list: companyProcedure
    .meta({ permission: "view_resources", rest: "GET /resources", sortedBy: "name" })
    .input(schema.listResourcesInput)
    .output(schema.resourcePage)
    .query(({ ctx, input }) => listResources(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_resources", rest: "GET /resources/{id}" })
    .input(schema.getResourceInput)
    .output(schema.resourceDetails)
    .query(({ ctx, input }) => getResource(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_resources", rest: "POST /resources" })
    .input(schema.createResourceInput)
    .output(z.object({ resourceId: z.uuid() }))
    .mutation(({ ctx, input }) => createResource(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_resources", rest: "PATCH /resources/{id}" })
    .input(schema.editResourceInput)
    .output(schema.resourceView)
    .mutation(({ ctx, input }) => editResource(ctx.company, input)),
  archive: companyProcedure
    .meta({ permission: "delete_resources", rest: "DELETE /resources/{id}" })
    .input(schema.namedResource)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveResource(ctx.company, input)),
  restore: companyProcedure
    .meta({ permission: "delete_resources", rest: "POST /resources/{id}/restore" })
    .input(schema.namedResource)
    .output(z.void())
    .mutation(({ ctx, input }) => restoreResource(ctx.company, input)),
  listGroups: companyProcedure
    .meta({ permission: "view_resources", rest: "GET /resource-groups" })
    .input(schema.listResourceGroupsInput)
    .output(z.array(schema.resourceGroupView))
    .query(({ ctx, input }) => listResourceGroups(ctx.company, input)),
  getGroup: companyProcedure
    .meta({ permission: "view_resources", rest: "GET /resource-groups/{id}" })
    .input(schema.getResourceGroupInput)
    .output(schema.resourceGroupView)
    .query(({ ctx, input }) => getResourceGroup(ctx.company, input)),
  createGroup: companyProcedure
    .meta({ permission: "create_resources", rest: "POST /resource-groups" })
    .input(schema.createResourceGroupInput)
    .output(z.object({ resourceGroupId: z.uuid() }))
    .mutation(({ ctx, input }) => createResourceGroup(ctx.company, input)),
  editGroup: companyProcedure
    .meta({ permission: "edit_resources", rest: "PATCH /resource-groups/{id}" })
    .input(schema.editResourceGroupInput)
    .output(schema.resourceGroupView)
    .mutation(({ ctx, input }) => editResourceGroup(ctx.company, input)),
  deleteGroup: companyProcedure
    .meta({ permission: "delete_resources", rest: "DELETE /resource-groups/{id}" })
    .input(schema.deleteResourceGroupInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteResourceGroup(ctx.company, input)),
});
