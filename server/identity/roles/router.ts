import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createRole } from "./commands/create-role";
import { deleteRole } from "./commands/delete-role";
import { editRole } from "./commands/edit-role";
import { listRoles } from "./queries/list-roles";
import { createRoleInput, deleteRoleInput, editRoleInput, roleView } from "./schema";

export const rolesRouter = router({
  list: companyProcedure
    .meta({ permission: "view_roles", rest: "GET /roles" })
    .output(z.array(roleView))
    .query(({ ctx }) => listRoles(ctx.company)),
  create: companyProcedure
    .meta({ permission: "create_roles", reauthentication: true })
    .input(createRoleInput)
    .output(z.object({ roleId: z.uuid() }))
    .mutation(({ ctx, input }) => createRole(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_roles", reauthentication: true })
    .input(editRoleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => editRole(ctx.company, input)),
  delete: companyProcedure
    .meta({ permission: "delete_roles", reauthentication: true })
    .input(deleteRoleInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteRole(ctx.company, input)),
});
