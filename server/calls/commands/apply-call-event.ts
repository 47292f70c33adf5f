import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { findDelivery, finishDelivery } from "@/server/core/deliveries";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { readCall } from "../adapters/retell";
import { callAnalyzed, callEnded, callStarted, callUpdated } from "../events";
import { type CallRow, ensureCall, lockCall, writeCallState } from "../repository/calls";
import { writeConsent } from "../repository/consent";
import { strictest } from "../rules/consent";
import { keepAllowed } from "../rules/keep-allowed";
import { isOver, mergeCall } from "../rules/merge-call";
import { type CallEvent, isCallEvent, type ProviderCall, TRANSCRIPT_UPDATED } from "../rules/provider-call";
import { concludeCall } from "./conclude-call";

export interface LoggedEvent {
  deliveryId: string;
  branchId: string;
  phoneNumberId: string | null;
  agentId: string | null;
}

/**
 * Takes over what a logged delivery tells of a call; a second time it does nothing. When the last try fails as well, the
 * delivery is shown as failed.
 */
export async function applyCallEvent(
  ctx: CompanyContext,
  { isLastTry = false, ...logged }: LoggedEvent & { isLastTry?: boolean },
): Promise<void> {
  try {
    await takeOver(ctx, logged);
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    if (isLastTry)
      await transact(ctx, (tx) => finishDelivery(tx, logged.deliveryId, { status: "failed", error: reason }));
    throw error;
  }
}

async function takeOver(ctx: CompanyContext, logged: LoggedEvent): Promise<void> {
  await transact(ctx, async (tx) => {
    const delivery = await findDelivery(tx, logged.deliveryId);
    if (delivery?.status !== "received") return;
    const call = readCall(delivery.payload);
    const event = delivery.eventType ?? "";
    if (call && isCallEvent(event)) await mergeIntoCall(tx, { event, call, line: logged, at: delivery.receivedAt });
    // Each of these repeats all that was said before: kept is the call, and that it was told of.
    await finishDelivery(tx, delivery.id, { status: "processed", isForgotten: event === TRANSCRIPT_UPDATED });
  });
}

export interface CallNews {
  event: CallEvent;
  call: ProviderCall;
  line: Pick<LoggedEvent, "branchId" | "phoneNumberId" | "agentId">;
  /** When we heard of it, for a call that does not say when it began. */
  at: Date;
}

// Not audited: it repeats what the provider tells; what people change on a call is.
/** The call's row with one more event, whatever came before it; what the call left behind is concluded once it is over. */
export async function mergeIntoCall(tx: TransactionContext, { event, call, line, at }: CallNews): Promise<void> {
  const by = { retellCallId: call.callId };
  const startedAt = call.startedAt ?? at;
  await ensureCall(tx, { ...line, ...by, party: call, startedAt });
  const before = await lockCall(tx, by);
  if (!before) throw new Error("a call that was just made is gone");
  const consent = strictest(before.consent, call.consent?.consent);
  const after = { ...keepAllowed({ ...before, ...mergeCall(before, { event, call }) }, consent), consent };
  await writeCallState(tx, before.id, after);
  if (call.consent) await writeConsent(tx, { callId: before.id, said: call.consent, at });
  const outcome = isOver(after.status) ? await concludeCall(tx, after) : after.outcome;
  const isNews = event !== TRANSCRIPT_UPDATED || after.transcriptTurns !== before.transcriptTurns;
  if (isNews) await tellOf(tx, { event, call: { ...after, outcome } });
}

async function tellOf(tx: TransactionContext, { event, call }: { event: CallEvent; call: CallRow }): Promise<void> {
  const { id: callId, branchId, outcome, durationSec, sentiment, direction } = call;
  if (event === "call_started") await publish(tx, callStarted, { callId, branchId, direction });
  else if (event === "call_ended") await publish(tx, callEnded, { callId, branchId, outcome, durationSec });
  else if (event === TRANSCRIPT_UPDATED) await publish(tx, callUpdated, { callId });
  else await publish(tx, callAnalyzed, { callId, branchId, outcome, sentiment });
}
