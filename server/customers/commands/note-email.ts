import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { customerEdited } from "../events";
import { findCustomerContact } from "../repository/find";
import { writeEmail } from "../repository/write";

export interface CustomerEmail {
  customerId: string;
  email: string;
}

/** Remembers the address that a customer named, unless another one is known: only who has proved more may replace that. */
export async function noteEmail(ctx: CompanyContext, { customerId, email }: CustomerEmail): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await findCustomerContact(tx, customerId);
    if (!before) throw notFound("customer");
    if (before.email || !(await writeEmail(tx, { customerId, email }))) return;
    const change = { before: { email: null }, after: { email } };
    recordAudit(tx, { action: "edit_customers", subjectType: "customer", subjectId: customerId, ...change });
    await publish(tx, customerEdited, { customerId });
  });
}
