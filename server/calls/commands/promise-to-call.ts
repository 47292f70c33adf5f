import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import type { CallEffects } from "@/server/appointments/queries/find-call-effects";
import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { callAlarmRaised } from "../events";
import { type CallRow, findTeamLanguage, findZone, writeCall } from "../repository/calls";
import { type FalseClaim, findFalseClaim, hasFailed } from "../rules/alarm";
import { callbackReasons } from "../rules/callback-reasons";
import { type Claim, findClaims } from "../rules/claims";
import { otherNumber } from "../rules/provider-call";
import { readTimesAt } from "../rules/spoken-times";

/** So often somebody else was quicker: it is no accident any more. */
const REPEATED = 2;

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
  const reason = callbackReasons[await findTeamLanguage(tx)].lost_race();
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
  const words = callbackReasons[await findTeamLanguage(tx)];
  const reason = words[alarm]({ ...said, sentence: said.sentence.slice(0, 300) });
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
