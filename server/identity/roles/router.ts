import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createRole } from "./commands/create-role";
import { deleteRole } from "./commands/delete-role";
import { editRole } from "./commands/edit-role";
import { getRole } from "./queries/get-role";
import { listRoles } from "./queries/list-roles";
import { createRoleInput, editRoleInput, roleInput, roleView } from "./schema";

export const rolesRouter = router({
  list: companyProcedure
    .meta({ permission: "view_roles", rest: "GET /roles" })
    .output(z.array(roleView))
    .query(({ ctx }) => listRoles(ctx.company)),
  get: companyProcedure
    .meta({ permission: "view_roles", rest: "GET /roles/{id}" })
    .input(roleInput)
    .output(roleView)
    .query(({ ctx, input }) => getRole(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_roles", rest: "POST /roles", reauthentication: true })
    .input(createRoleInput)
    .output(z.object({ roleId: z.uuid() }))
    .mutation(({ ctx, input }) => createRole(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_roles", rest: "PUT /roles/{id}", reauthentication: true })
    .input(editRoleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => editRole(ctx.company, input)),
  delete: companyProcedure
    .meta({ permission: "delete_roles", rest: "DELETE /roles/{id}", reauthentication: true })
    .input(roleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteRole(ctx.company, input)),
});
