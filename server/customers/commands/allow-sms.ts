import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { insertNewestConsent } from "../repository/consents";
import { findCustomersByNumber } from "../repository/find";
import { writeSmsOptIn } from "../repository/write";

export interface SmsAnswer {
  e164: string;
  isAllowed: boolean;
  saidAt: Date;
}

/** Whether the people with this number want text messages, said by the number itself; the last word counts, once. */
export async function allowSms(ctx: CompanyContext, { e164, isAllowed, saidAt }: SmsAnswer): Promise<void> {
  await transact(ctx, async (tx) => {
    for (const { id } of await findCustomersByNumber(tx, e164)) {
      const consent = {
        customerId: id,
        purpose: "sms",
        isGranted: isAllowed,
        source: "text_message",
        createdAt: saidAt,
      };
      if (!(await insertNewestConsent(tx, consent))) continue;
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
