import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import { findCallEffects } from "@/server/appointments/queries/find-call-effects";
import { releaseHold } from "@/server/availability/commands/release-hold";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { HOUR } from "@/server/core/time";
import { callAlarmRaised } from "../events";
import { type CallRow, writeCall } from "../repository/calls";
import { listInvocations } from "../repository/invocations";
import { claimedBooking } from "../rules/claims-booking";
import { deriveOutcome } from "../rules/outcome";
import { otherNumber } from "../rules/provider-call";
import type { CallOutcome } from "../schema";
import { linkCaller } from "./link-caller";

/** What a call that is over left behind, said from our own rows; what it still held is freed, who rang is linked. */
export async function concludeCall(tx: TransactionContext, call: CallRow): Promise<CallOutcome> {
  await releaseHold(tx, { callId: call.id });
  const since = new Date(call.startedAt.getTime() - HOUR);
  const effects = await findCallEffects(tx, { callId: call.id, since });
  const invocations = await listInvocations(tx, call.id);
  const answered = invocations.flatMap(({ name, status }) => (status === "ok" ? [name] : []));
  const turns = call.transcriptTurns ?? [];
  const outcome = deriveOutcome({
    ...effects,
    answered,
    turns,
    isVoicemail: call.analysis?.isVoicemail === true,
    disconnectionReason: call.disconnectionReason,
    durationSec: call.durationSec,
  });
  const hasTalked = outcome !== "spam" && outcome !== "abandoned";
  const customerId = call.customerId ?? (hasTalked ? await linkCaller(tx, call) : null);
  await writeCall(tx, call.id, { outcome, isAppointmentMade: effects.booked > 0, customerId });
  const claim = effects.booked + effects.rescheduled === 0 ? claimedBooking(turns) : null;
  if (claim && effects.callbacks === 0) await raiseAlarm(tx, { call: { ...call, customerId }, claim });
  return outcome;
}

/** Somebody was told of an appointment that does not exist: a person has to ring them. */
async function raiseAlarm(tx: TransactionContext, { call, claim }: { call: CallRow; claim: string }): Promise<void> {
  const { id: callId, branchId, customerId } = call;
  const reason = `Im Gespräch wurde ein Termin zugesagt, der nicht gebucht ist: „${claim.slice(0, 300)}“`;
  await createCallback(tx, { branchId, customerId, callId, phone: otherNumber(call), reason, priority: "urgent" });
  await publish(tx, callAlarmRaised, { callId, reason: "claimed_booking" });
}
