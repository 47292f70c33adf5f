import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { listActorRows } from "../../repository/actors";
import { platformScope } from "../../repository/scope";
import type { AuditActors } from "../../schema";

/** The operators that acted. */
export async function listPlatformAuditActors(ctx: PlatformContext): Promise<AuditActors> {
  return transactAsPlatform(ctx, (tx) => listActorRows(platformScope(tx)));
}
