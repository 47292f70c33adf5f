import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { requireUser } from "../repository";
import type { PlatformUserDetails } from "../schema";
import { toPlatformUserDetails } from "../views";

/** Somebody's account: where they work, where they are signed in, and how it is protected. */
export async function getUser(ctx: PlatformContext, userId: string): Promise<PlatformUserDetails> {
  return transactAsPlatform(ctx, async (tx) => toPlatformUserDetails(await requireUser(tx, userId)));
}
