import { notFound } from "@/server/core/errors";
import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { findRow } from "../../repository/list";
import { platformScope } from "../../repository/scope";
import type { AuditEntryDetails, GetAuditInput } from "../../schema";
import { namedIn, toAuditEntryDetails } from "../../views";
import { findPlatformNames } from "../repository";

/** One entry of the platform's own log with everything that it changed. */
export async function getPlatformAudit(ctx: PlatformContext, { entryId }: GetAuditInput): Promise<AuditEntryDetails> {
  return transactAsPlatform(ctx, async (tx) => {
    const row = await findRow(platformScope(tx), entryId);
    if (!row) throw notFound("audit_entry");
    return toAuditEntryDetails(row, { names: await findPlatformNames(tx, namedIn(row)), resources: null });
  });
}
