import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { countRoleUse, deleteRole as deleteRow, listRoleRows } from "../repository";
import { requireOwnRole } from "./require-role";

/** Removes a role of the company's own that nobody has and nobody is invited to. */
export async function deleteRole(ctx: CompanyContext, { roleId }: { roleId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { name, description, isOwnOnly, permissions } = await requireOwnRole(tx, roleId);
    const use = (await countRoleUse(tx)).get(roleId);
    if (use) throw new AppError({ code: "PRECONDITION_FAILED", reason: "role_in_use", details: { ...use } });
    const least = (await listRoleRows(tx)).find(({ companyId, key }) => companyId === null && key === "staff");
    if (!least) throw new Error("the built-in roles are missing");
    await deleteRow(tx, roleId, { fallbackRoleId: least.id });
    const before = { name, description, isOwnOnly, permissions };
    recordAudit(tx, { action: "delete_roles", subjectType: "role", subjectId: roleId, before });
  });
}
