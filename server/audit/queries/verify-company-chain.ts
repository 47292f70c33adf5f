import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findHead, listChainEntries } from "../repository/chain";
import type { ChainReport } from "../schema";
import { verifyChain } from "./verify-chain";

interface Options {
  anchor?: { sequence: number; hash: string } | undefined;
  onProgress?: (checked: number) => void;
}

/** Whether anything was changed in a company's audit log behind the product's back. */
export function verifyCompanyChain(ctx: CompanyContext, options: Options = {}): Promise<ChainReport> {
  const reader = {
    head: () => transact(ctx, findHead),
    entries: (query: { after: bigint | null; limit: number }) => transact(ctx, (tx) => listChainEntries(tx, query)),
  };
  return verifyChain({ reader, ...options });
}
