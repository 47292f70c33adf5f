import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import type { CallEffects } from "@/server/appointments/queries/find-call-effects";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { callAlarmRaised } from "../events";
import { type CallRow, findZone, writeCall } from "../repository/calls";
import { type CallAlarm, type FalseClaim, findFalseClaim, hasFailed } from "../rules/alarm";
import { type Claim, findClaims } from "../rules/claims";
import { otherNumber } from "../rules/provider-call";
import { readTimesAt } from "../rules/spoken-times";

/** So often somebody else was quicker: it is no accident any more. */
const REPEATED = 2;

type Said = Omit<FalseClaim, "alarm">;

const REASONS: Record<CallAlarm, (said: Said) => string> = {
  claimed_booking: ({ sentence, claimed, happened }) =>
    happened > 0
      ? `Im Gespräch wurden ${claimed} Termine zugesagt, gebucht ${happened === 1 ? "ist 1" : `sind ${happened}`}: „${sentence}“`
      : `Im Gespräch wurde ein Termin zugesagt, der nicht gebucht ist: „${sentence}“`,
  claimed_move: ({ sentence }) => `Im Gespräch wurde ein Termin verlegt genannt, der nicht verlegt ist: „${sentence}“`,
  claimed_cancellation: ({ sentence, claimed, happened }) =>
    happened > 0
      ? `Im Gespräch wurden ${claimed} Termine abgesagt genannt, abgesagt ${happened === 1 ? "ist 1" : `sind ${happened}`}: „${sentence}“`
      : `Im Gespräch wurde ein Termin abgesagt genannt, der noch besteht: „${sentence}“`,
  claimed_callback: ({ sentence }) =>
    `Im Gespräch wurde ein Rückruf versprochen, den niemand notiert hat: „${sentence}“`,
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
  const claim = findFalseClaim(await claimsIn(tx, call), effects);
  if (claim) return raiseAlarm(tx, call, claim);
  const isServed = effects.booked + effects.rescheduled + effects.cancelled + effects.callbacks > 0;
  if (isServed || effects.ownCallbacks > 0) return;
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  if (
    call.direction !== "outbound" &&
    hasFailed({ disconnectionReason: call.disconnectionReason, errors: count("error") })
  )
    return raiseAlarm(tx, call, { alarm: "failure", sentence: "", claimed: 0, happened: 0 });
  if (count("conflict") < REPEATED) return;
  const reason = "Die gewünschte Zeit war im Gespräch mehrmals gerade vergeben; gebucht ist nichts.";
  await createCallback(tx, { ...partyOf(call), reason, priority: "high", cause: "lost_race" });
}

/** What the agent claimed, its times read as they were meant when it spoke. */
async function claimsIn(tx: TransactionContext, { transcriptTurns, branchId, startedAt }: CallRow): Promise<Claim[]> {
  if (!transcriptTurns?.length) return [];
  const zone = await findZone(tx, branchId);
  return findClaims(transcriptTurns, readTimesAt({ now: startedAt.getTime(), zone }));
}

/** The team is told by the callback, and the call's page says why. */
async function raiseAlarm(tx: TransactionContext, call: CallRow, { alarm, ...said }: FalseClaim): Promise<void> {
  const cause = alarm === "failure" ? "failure" : "alarm";
  const reason = REASONS[alarm]({ ...said, sentence: said.sentence.slice(0, 300) });
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
