import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { countTenantFlags, findLastChanges, findPlatformFlags } from "../repository/feature-flags";
import type { PlatformFlagView } from "../schema/feature-flags";
import { toPlatformFlags } from "../views";

/** Everything that can be switched off, how it is for all tenants, and how many have it otherwise. */
export async function listFeatureFlags(ctx: PlatformContext): Promise<PlatformFlagView[]> {
  return transactAsPlatform(ctx, async (tx) => {
    const facts = { platform: await findPlatformFlags(tx), changes: await findLastChanges(tx, null) };
    return toPlatformFlags(await countTenantFlags(tx), facts);
  });
}
