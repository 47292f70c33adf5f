import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { callUpdated } from "../events";
import { writeVisibleCall } from "../repository/list";

/** Takes a call out of every list and figure; what came of it stays. */
export async function deleteCall(ctx: CompanyContext, { callId }: { callId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const found = await writeVisibleCall(tx, callId, { deletedAt: tx.now });
    if (found === 0) throw notFound("call");
    recordAudit(tx, {
      action: "delete_calls",
      subjectType: "call",
      subjectId: callId,
      before: { isDeleted: false },
      after: { isDeleted: true },
    });
    await publish(tx, callUpdated, { callId });
  });
}
