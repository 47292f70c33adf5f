import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listRoles } from "@/server/identity/roles/queries/list-roles";
import { findSecurity } from "../repository";
import type { CompanySecurity } from "../schema";

/** Who needs a second factor in this company, and from where its people may enter. */
export async function getCompanySecurity(ctx: CompanyContext): Promise<CompanySecurity> {
  return transact(ctx, async (tx) => {
    const roles = (await listRoles(tx)).map(({ key, name, isBuiltIn }) => ({ key, name, isBuiltIn }));
    return { ...(await findSecurity(tx)), roles, ownAddress: ctx.ip ?? null };
  });
}
