import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { countRoleUse, findRoleRow } from "../repository";
import type { RoleView } from "../schema";
import { toRoleView } from "../views";

/** A built-in role, or one of the company's own. */
export async function getRole(ctx: CompanyContext, { roleId }: { roleId: string }): Promise<RoleView> {
  return transact(ctx, async (tx) => {
    const row = await findRoleRow(tx, roleId);
    if (!row) throw notFound("role");
    return toRoleView(row, (await countRoleUse(tx)).get(roleId));
  });
}
