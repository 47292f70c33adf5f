import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listActorRows } from "../repository/actors";
import { companyScope } from "../repository/scope";
import type { AuditActors } from "../schema";

/** Who acted, of what this person may see of the log. */
export async function listAuditActors(ctx: CompanyContext): Promise<AuditActors> {
  return transact(ctx, (tx) => listActorRows(companyScope(tx)));
}
