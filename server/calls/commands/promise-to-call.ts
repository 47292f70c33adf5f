import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import type { CallEffects } from "@/server/appointments/queries/find-call-effects";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { callAlarmRaised } from "../events";
import { type CallRow, writeCall } from "../repository/calls";
import { type CallAlarm, findFalseClaim, hasFailed } from "../rules/alarm";
import { findClaims } from "../rules/claims";
import { otherNumber } from "../rules/provider-call";

/** So often somebody else was quicker: it is no accident any more. */
const REPEATED = 2;

const REASONS: Record<CallAlarm, (sentence: string) => string> = {
  claimed_booking: (said) => `Im Gespräch wurde ein Termin zugesagt, der nicht gebucht ist: „${said}“`,
  claimed_move: (said) => `Im Gespräch wurde ein Termin verlegt genannt, der nicht verlegt ist: „${said}“`,
  claimed_cancellation: (said) => `Im Gespräch wurde ein Termin abgesagt genannt, der noch besteht: „${said}“`,
  claimed_callback: (said) => `Im Gespräch wurde ein Rückruf versprochen, den niemand notiert hat: „${said}“`,
  failure: () => "Das Gespräch konnte nicht bedient werden: Der Telefonagent oder seine Auskunft ist ausgefallen.",
};

interface Ended {
  call: CallRow;
  effects: CallEffects;
  /** How each request of the agent went. */
  statuses: readonly string[];
}

/**
 * Whoever heard of something that did not happen, or went away empty-handed through no fault of theirs, is rung by a person;
 * once, however often the call is told of.
 */
export async function promiseToCall(tx: TransactionContext, { call, effects, statuses }: Ended): Promise<void> {
  if (call.alarm) return;
  const claim = findFalseClaim(findClaims(call.transcriptTurns ?? []), effects);
  if (claim) return raiseAlarm(tx, { call, ...claim });
  const isServed = effects.booked + effects.rescheduled + effects.cancelled + effects.callbacks > 0;
  if (isServed || effects.ownCallbacks > 0) return;
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  if (
    call.direction !== "outbound" &&
    hasFailed({ disconnectionReason: call.disconnectionReason, errors: count("error") })
  )
    return raiseAlarm(tx, { call, alarm: "failure", sentence: "" });
  if (count("conflict") < REPEATED) return;
  const reason = "Die gewünschte Zeit war im Gespräch mehrmals gerade vergeben; gebucht ist nichts.";
  await createCallback(tx, { ...partyOf(call), reason, priority: "high", cause: "lost_race" });
}

interface Alarming {
  call: CallRow;
  alarm: CallAlarm;
  sentence: string;
}

/** The team is told by the callback, and the call's page says why. */
async function raiseAlarm(tx: TransactionContext, { call, alarm, sentence }: Alarming): Promise<void> {
  const cause = alarm === "failure" ? "failure" : "alarm";
  const reason = REASONS[alarm](sentence.slice(0, 300));
  await createCallback(tx, { ...partyOf(call), reason, priority: "urgent", cause });
  await writeCall(tx, call.id, { alarm });
  await publish(tx, callAlarmRaised, { callId: call.id, reason: alarm });
}

const partyOf = (call: CallRow) => ({
  branchId: call.branchId,
  customerId: call.customerId,
  callId: call.id,
  phone: otherNumber(call),
});
