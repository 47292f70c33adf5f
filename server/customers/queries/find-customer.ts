import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findCustomerContact } from "../repository/find";

/** How to reach and address a customer, or null when the company has none with this id. */
export async function findCustomer(ctx: CompanyContext, { customerId }: { customerId: string }) {
  return transact(ctx, async (tx) => findCustomerContact(tx, customerId));
}
