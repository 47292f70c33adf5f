import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findCustomerContact } from "../repository/find";
import { writeName } from "../repository/write";

export interface CustomerName {
  customerId: string;
  firstName: string;
  lastName: string;
  salutation?: string | undefined;
  title?: string | undefined;
}

/** Gives a customer the name that they said; until then a lead is called by its number. */
export async function nameCustomer(ctx: CompanyContext, { customerId, ...name }: CustomerName): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await findCustomerContact(tx, customerId);
    if (!before) throw notFound("customer");
    await writeName(tx, customerId, name);
    recordAudit(tx, {
      action: "edit_customers",
      subjectType: "customer",
      subjectId: customerId,
      before: { firstName: before.firstName, lastName: before.lastName },
      after: name,
    });
  });
}
