import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { findCustomer } from "@/server/customers/queries/find-customer";
import { callUpdated } from "../events";
import { findCallDetail, writeVisibleCall } from "../repository/list";
import type { LinkCallInput } from "../schema";

/** Says who rang, where the number alone does not. */
export async function linkCall(ctx: CompanyContext, { callId, customerId }: LinkCallInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await findCallDetail(tx, callId);
    if (!before) throw notFound("call");
    if (customerId && !(await findCustomer(tx, { customerId }))) throw notFound("customer");
    await writeVisibleCall(tx, callId, { customerId });
    recordAudit(tx, {
      action: "link_calls",
      subjectType: "call",
      subjectId: callId,
      before: { customerId: before.customer?.id ?? null },
      after: { customerId },
    });
    await publish(tx, callUpdated, { callId });
  });
}
