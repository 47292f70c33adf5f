import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { callbackCompleted } from "../events";
import { closeCallback, findCallback } from "../repository";
import type { CompleteCallbackInput } from "../schema";

/** Takes somebody off the list of those who wait for a call, once: what is done already is INVALID_TRANSITION. */
export async function completeCallback(ctx: CompanyContext, input: CompleteCallbackInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const { callbackId, outcome, resolution = null } = input;
    const before = await findCallback(tx, callbackId);
    if (!before) throw notFound("callback");
    const isClosed = await closeCallback(tx, { id: callbackId, status: outcome, resolution, doneAt: tx.now });
    if (!isClosed) throw new AppError({ code: "INVALID_TRANSITION", reason: "done_already" });
    recordAudit(tx, {
      action: "complete_callbacks",
      subjectType: "callback",
      subjectId: callbackId,
      before: { status: before.status },
      after: { status: outcome, resolution },
    });
    await publish(tx, callbackCompleted, { callbackId, outcome });
  });
}
