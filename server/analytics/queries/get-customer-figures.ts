import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countCustomers } from "../repository/customers";
import type { BranchInput, CustomerFigures } from "../schema";

/** The three figures above the list of customers. */
export async function getCustomerFigures(ctx: CompanyContext, { branchId }: BranchInput): Promise<CustomerFigures> {
  return transact(ctx, (tx) => countCustomers(tx, branchId));
}
