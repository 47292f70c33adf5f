import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findCustomersByNumber, writeSmsOptIn } from "../repository";

/** Whether the people with this number want text messages; said by the number itself. */
export async function allowSms(
  ctx: CompanyContext,
  { e164, isAllowed }: { e164: string; isAllowed: boolean },
): Promise<void> {
  await transact(ctx, async (tx) => {
    for (const { id } of await findCustomersByNumber(tx, e164)) {
      await writeSmsOptIn(tx, { customerId: id, isAllowed });
      recordAudit(tx, {
        action: "edit_customers",
        subjectType: "customer",
        subjectId: id,
        after: { smsOptIn: isAllowed },
      });
    }
  });
}
