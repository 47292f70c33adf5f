import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { may } from "@/server/identity/rules/permissions";
import { findCustomerDetail } from "../repository/rows";
import type { CustomerDetails } from "../schema";
import { toCustomerDetails } from "../views";

/** One customer of the company; another company's is NOT_FOUND. */
export async function getCustomer(
  ctx: CompanyContext,
  { customerId }: { customerId: string },
): Promise<CustomerDetails> {
  return transact(ctx, async (tx) => {
    const row = await findCustomerDetail(tx, customerId);
    if (!row) throw notFound("customer");
    return toCustomerDetails(row, { withNotes: may(tx, "view_general_notes") });
  });
}
