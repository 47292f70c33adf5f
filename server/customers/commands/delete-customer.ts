import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { customerDeleted } from "../events";
import { changeCustomer } from "../repository/write";
import type { DeleteCustomerInput } from "../schema";
import { requireCustomer } from "./load-customer";

/** Takes a customer out of every list and search; what happened with them stays, until it is erased. */
export async function deleteCustomer(ctx: CompanyContext, input: DeleteCustomerInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const { customerId } = input;
    const before = await requireCustomer(tx, input);
    await changeCustomer(tx, before, { deletedAt: tx.now });
    recordAudit(tx, {
      action: "delete_customers",
      subjectType: "customer",
      subjectId: customerId,
      before: { isDeleted: false },
      after: { isDeleted: true },
    });
    await publish(tx, customerDeleted, { customerId });
  });
}
