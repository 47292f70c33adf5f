import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { type CustomerDetailRow, findCustomerDetail } from "../repository/rows";

/** The customer as they stand; NOT_FOUND for another company's, VERSION_CONFLICT for an edit of an older state. */
export async function requireCustomer(
  tx: TransactionContext,
  { customerId, version }: { customerId: string; version?: number | undefined },
): Promise<CustomerDetailRow> {
  const row = await findCustomerDetail(tx, customerId);
  if (!row) throw notFound("customer");
  if (version !== undefined && version !== row.version) {
    throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile", details: { version: row.version } });
  }
  return row;
}
