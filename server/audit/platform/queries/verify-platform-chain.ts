import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { type VerifyOptions, verifyChain } from "../../queries/verify-chain";
import type { ChainReport } from "../../schema";
import { findPlatformHead, listPlatformEntries } from "../repository";

/** Whether anything was changed in the platform's own audit log behind the product's back. */
export function verifyPlatformChain(ctx: PlatformContext, options: VerifyOptions = {}): Promise<ChainReport> {
  const reader = {
    head: () => transactAsPlatform(ctx, findPlatformHead),
    entries: (query: { after: bigint | null; limit: number }) =>
      transactAsPlatform(ctx, (tx) => listPlatformEntries(tx, query)),
  };
  return verifyChain({ reader, ...options });
}
