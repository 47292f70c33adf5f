import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countRoleUse, listRoleRows } from "../repository";
import type { RoleView } from "../schema";
import { toRoleView } from "../views";

/** The built-in roles first, then the company's own, each with what it may do and how many have it. */
export async function listRoles(ctx: CompanyContext): Promise<RoleView[]> {
  return transact(ctx, async (tx) => {
    const use = await countRoleUse(tx);
    return (await listRoleRows(tx)).map((row) => toRoleView(row, use.get(row.id)));
  });
}
