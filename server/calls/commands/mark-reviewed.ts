import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, userIdOf } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { callUpdated } from "../events";
import { reviewCall } from "../repository/list";
import type { MarkReviewedInput } from "../schema";

/** Notes that a person has looked at a call, or takes it back. */
export async function markReviewed(ctx: CompanyContext, input: MarkReviewedInput): Promise<void> {
  const { callId, isReviewed, note } = input;
  await transact(ctx, async (tx) => {
    const reviewedByUserId = isReviewed ? userIdOf(tx) : null;
    const review = { reviewedAt: isReviewed ? tx.now : null, reviewedByUserId };
    const found = await reviewCall(tx, callId, {
      ...review,
      ...(note === undefined ? {} : { reviewNote: note || null }),
    });
    if (found === 0) throw notFound("call");
    recordAudit(tx, { action: "review_calls", subjectType: "call", subjectId: callId, after: { isReviewed, note } });
    await publish(tx, callUpdated, { callId });
  });
}
