import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listServiceRows } from "../repository";
import type { ListServicesInput, ServiceView } from "../schema";

/** What can be booked, in the company's own order; with a branch, at that branch's price and duration. */
export async function listServices(ctx: CompanyContext, { branchId }: ListServicesInput = {}): Promise<ServiceView[]> {
  if (branchId) requireOwnBranch(ctx, branchId);
  return transact(ctx, (tx) => listServiceRows(tx, branchId));
}
