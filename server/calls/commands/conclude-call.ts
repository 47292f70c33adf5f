import { findCallEffects } from "@/server/appointments/queries/find-call-effects";
import { releaseHold } from "@/server/availability/commands/release-hold";
import type { TransactionContext } from "@/server/core/context";
import { HOUR } from "@/server/core/time";
import { type CallRow, writeCall } from "../repository/calls";
import { listInvocations } from "../repository/invocations";
import { deriveOutcome } from "../rules/outcome";
import type { CallOutcome } from "../schema";
import { forgetConversation } from "./forget-conversation";
import { linkCaller } from "./link-caller";
import { promiseToCall } from "./promise-to-call";

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
  const statuses = invocations.map(({ status }) => status);
  await promiseToCall(tx, { call: { ...call, customerId }, effects, statuses });
  if (call.consent === "none") await forgetConversation(tx, call);
  return outcome;
}
