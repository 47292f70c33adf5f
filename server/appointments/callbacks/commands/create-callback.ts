import { findNextOpening } from "@/server/availability/queries/find-next-opening";
import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { publish } from "@/server/core/outbox";
import { HOUR } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { findCustomer } from "@/server/customers/queries/find-customer";
import { callbackCreated } from "../events";
import { insertCallback } from "../repository";
import { type CreateCallbackInput, createCallbackInput } from "../schema";

const PROMISED_WITHIN_MS = 2 * HOUR;

/** Puts somebody on the list of those who must be called back: within two opening hours of the branch. */
export async function createCallback(
  ctx: CompanyContext,
  input: CreateCallbackInput,
): Promise<{ callbackId: string; dueAt: Date }> {
  const data = createCallbackInput.parse(input);
  return transact(ctx, async (tx) => {
    const { branchId, priority, callId = null } = data;
    requireOwnBranch(tx, branchId);
    if (data.customerId && !(await findCustomer(tx, { customerId: data.customerId }))) throw notFound("customer");
    const opensAt = await findNextOpening(tx, { branchId });
    const [callbackId, dueAt] = [newId(), new Date(opensAt.getTime() + PROMISED_WITHIN_MS)];
    await insertCallback(tx, { id: callbackId, ...data, dueAt, createdAt: tx.now });
    const subject = { subjectType: "callback", subjectId: callbackId };
    recordAudit(tx, {
      action: "create_callbacks",
      ...subject,
      after: { reason: data.reason, dueAt: dueAt.toISOString() },
    });
    await publish(tx, callbackCreated, { callbackId, branchId, callId, dueAt, priority });
    return { callbackId, dueAt };
  });
}
