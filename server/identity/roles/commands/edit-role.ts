import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { roleChanged } from "../../events";
import { replacePermissions, writeRole } from "../repository";
import { permissionChanges } from "../rules";
import type { EditRoleInput } from "../schema";
import { requireFreeName, requireGrantable, requireOwnRole } from "./require-role";

/** Changes what a role of the company's own may do; it holds from each member's next request on. */
export async function editRole(ctx: CompanyContext, { roleId, ...input }: EditRoleInput): Promise<void> {
  const { name, isOwnOnly } = input;
  const permissions = [...new Set(input.permissions)].sort();
  await transact(ctx, async (tx) => {
    const before = await requireOwnRole(tx, roleId);
    requireGrantable(tx, { permissions, isOwnOnly });
    await requireFreeName(tx, { name, exceptId: roleId });
    const description = input.description || null;
    await writeRole(tx, roleId, { name, description, isOwnOnly });
    await replacePermissions(tx, roleId, permissions);
    recordAudit(tx, {
      action: "edit_roles",
      subjectType: "role",
      subjectId: roleId,
      before: { name: before.name, description: before.description, isOwnOnly: before.isOwnOnly },
      after: { name, description, isOwnOnly, ...permissionChanges(before.permissions, permissions) },
    });
    await publish(tx, roleChanged, { roleId, roleKey: before.key });
  });
}
