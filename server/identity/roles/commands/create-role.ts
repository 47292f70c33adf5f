import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { insertRole, replacePermissions } from "../repository";
import type { CreateRoleInput } from "../schema";
import { requireFreeName, requireGrantable } from "./require-role";

/** Adds a role of the company's own; it can do nothing that its author can't. */
export async function createRole(ctx: CompanyContext, input: CreateRoleInput): Promise<{ roleId: string }> {
  const { name, isOwnOnly } = input;
  const permissions = [...new Set(input.permissions)].sort();
  return transact(ctx, async (tx) => {
    requireGrantable(tx, { permissions, isOwnOnly });
    await requireFreeName(tx, { name });
    const description = input.description || null;
    const roleId = await insertRole(tx, { key: keyOf(), name, description, isOwnOnly });
    await replacePermissions(tx, roleId, permissions);
    const after = { name, description, isOwnOnly, permissions };
    recordAudit(tx, { action: "create_roles", subjectType: "role", subjectId: roleId, after });
    return { roleId };
  });
}

/** Stays when the role gets another name; no built-in role's. */
const keyOf = (): string => `role_${newId().slice(-12)}`;
