import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findAuditRow } from "../repository/list";
import { findNames } from "../repository/names";
import { readableResources } from "../rules/visible-values";
import type { AuditEntryDetails, GetAuditInput } from "../schema";
import { namedIn, toAuditEntryDetails } from "../views";

/** One entry with everything that it changed. */
export async function getAudit(ctx: CompanyContext, { entryId }: GetAuditInput): Promise<AuditEntryDetails> {
  return transact(ctx, async (tx) => {
    const row = await findAuditRow(tx, entryId);
    if (!row) throw notFound("audit_entry");
    return toAuditEntryDetails(row, {
      names: await findNames(tx, namedIn(row)),
      resources: readableResources(tx.permissions),
    });
  });
}
