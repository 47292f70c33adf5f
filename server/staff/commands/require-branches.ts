import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { listBranches } from "@/server/tenancy/queries/list-branches";
import { branchesAfter } from "../rules/branches";

interface Wanted {
  homeBranchId: string;
  /** Left out: only the home branch, or what they have. */
  branchIds?: string[] | undefined;
  current?: string[];
}

/** Where somebody is to work: branches of ours. Those that the asking person does not see stay as they are. */
export async function requireBranches(tx: TransactionContext, wanted: Wanted) {
  const { homeBranchId, current = [] } = wanted;
  const seen = (await listBranches(tx)).map(({ id }) => id);
  const known = new Set([...seen, ...current]);
  const asked = wanted.branchIds ?? [...current, homeBranchId];
  if (![homeBranchId, ...asked].every((id) => known.has(id))) throw notFound("branch");
  const branchIds = branchesAfter({ asked, current, seen });
  if (!branchIds.includes(homeBranchId)) {
    throw new AppError({ code: "VALIDATION_ERROR", reason: "home_branch_missing" });
  }
  return { homeBranchId, branchIds };
}
