import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { callbackUpdated } from "../events";
import { findOpenCallback, writeCallback } from "../repository";
import { type CallbackPriority, callbackPriority } from "../schema";

interface Addition {
  callId: string;
  phone: string;
  name: string | null;
  /** Null when they say no more than that they want it. */
  reason: string | null;
  preferredTimes: string | null;
  priority: "normal" | "urgent";
}

const LONGEST = 500;

/**
 * Whoever asks again in the same call to be called back under the same number is called back once: what they say anew is
 * added to what they asked for. Null when nothing is open for them yet.
 */
export async function addToCallback(
  ctx: CompanyContext,
  { callId, phone, name, reason, preferredTimes, priority }: Addition,
): Promise<{ callbackId: string; dueAt: Date } | null> {
  return transact(ctx, async (tx) => {
    const before = await findOpenCallback(tx, { callId, phone });
    if (!before) return null;
    const { id: callbackId, branchId, dueAt } = before;
    const after = {
      reason: withReason(before.reason, reason),
      preferredTimes: preferredTimes ?? before.preferredTimes,
      name: name ?? before.name,
      priority: morePressing(before.priority, priority),
    };
    const isSame = Object.entries(after).every(([field, value]) => before[field as keyof typeof after] === value);
    if (isSame) return { callbackId, dueAt };
    await writeCallback(tx, callbackId, after);
    const { reason: was, preferredTimes: wished, priority: pressed } = before;
    recordAudit(tx, {
      action: "request_callbacks",
      subjectType: "callback",
      subjectId: callbackId,
      before: { reason: was, preferredTimes: wished, priority: pressed },
      after: { reason: after.reason, preferredTimes: after.preferredTimes, priority: after.priority },
    });
    await publish(tx, callbackUpdated, { callbackId, branchId, priority: after.priority });
    return { callbackId, dueAt };
  });
}

function withReason(before: string, reason: string | null): string {
  return !reason || before.includes(reason) ? before : `${before}; ${reason}`.slice(0, LONGEST);
}

function morePressing(a: CallbackPriority, b: CallbackPriority): CallbackPriority {
  const order = callbackPriority.options;
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
