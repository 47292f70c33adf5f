import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findBranches } from "../repository";
import type { BranchView } from "../schema";

/** The open branches that the asking person may work with, the default one first. */
export async function listBranches(ctx: CompanyContext): Promise<BranchView[]> {
  return transact(ctx, (tx) => findBranches(tx));
}
