import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findHead, listChainEntries } from "../repository/chain";
import type { ChainReport } from "../schema";
import { type VerifyOptions, verifyChain } from "./verify-chain";

/** Whether anything was changed in a company's audit log behind the product's back. */
export function verifyCompanyChain(ctx: CompanyContext, options: VerifyOptions = {}): Promise<ChainReport> {
  const reader = {
    head: () => transact(ctx, findHead),
    entries: (query: { after: bigint | null; limit: number }) => transact(ctx, (tx) => listChainEntries(tx, query)),
  };
  return verifyChain({ reader, ...options });
}
