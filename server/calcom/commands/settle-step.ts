import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { recordIntegrationResult } from "@/server/integrations/commands/record-integration-result";
import type { IntegrationResult, SuccessfulCall } from "@/server/integrations/schema";
import { type CalcomBooking, toCopy } from "../adapters/calcom-answers";
import type { CalcomError } from "../adapters/calcom-error";
import { calcomConflictChanged } from "../events";
import { closeDrifts, moveDrifts } from "../reconciliation/repository/drifts";
import { deleteKnownBooking, lockOrphan } from "../repository/bookings";
import { type EventMap, lockPart, writeEventMap } from "../repository/event-map";
import { driftOf, judgeFailure, lasting, type Verdict } from "../rules/failure";
import { ABSENT, isLive } from "../rules/next-step";
import type { PushOutcome } from "../schema";
import type { ClaimedStep } from "./claim-step";
import { asCalcom, heedOthers } from "./heed-others";

interface Success {
  claim: ClaimedStep;
  booking: CalcomBooking | null;
  result: SuccessfulCall;
}

// Not audited: the change itself was audited when it was made here.
/** Writes down what stands over there. Whoever lost the lease meanwhile leaves it to the one who has it now. */
export async function settleSuccess(ctx: CompanyContext, { claim, booking, result }: Success): Promise<void> {
  await transact(asCalcom(ctx), async (tx) => {
    const map = await lockPart(tx, placeOf(claim));
    if (map?.state.lease?.token !== claim.token) return;
    if (await heedOthers(tx, { map, appointmentId: claim.appointment.id, begun: claim.begun, booking })) return;
    const copy = booking && { ...toCopy(booking), ...(isMarkedAbsent(claim, booking) && { status: ABSENT }) };
    if (booking) await takeFromNobody(tx, { map, uid: booking.uid });
    await writeEventMap(tx, map, { state: { ...map.state, begun: null, lease: null }, copy });
  });
  await recordIntegrationResult(ctx, { provider: "calcom", result });
}

// Not audited: a person was asked about what turns out to be our own.
/** A booking of ours that was found by others before its answer came, and taken for nobody's, waits for nobody any more. */
async function takeFromNobody(tx: TransactionContext, { map, uid }: { map: EventMap; uid: string }): Promise<void> {
  if (map.copy?.uid === uid) return;
  const orphan = await lockOrphan(tx, uid);
  if (!orphan) return;
  await moveDrifts(tx, { from: orphan.id, to: map.id });
  await closeDrifts(tx, { eventMapId: map.id, outcome: "linked", by: { kind: "calcom" } });
  await deleteKnownBooking(tx, orphan.id);
  await publish(tx, calcomConflictChanged, { conflictId: orphan.id });
}

/** That somebody stayed away is known from our own marking; who was marked by others is told or found. */
const isMarkedAbsent = ({ begun: { action } }: ClaimedStep, booking: CalcomBooking): boolean =>
  (action === "mark_absent" || action === "mark_present") && booking.isAbsent && isLive(booking);

const placeOf = ({ appointment, position }: ClaimedStep) => ({ appointmentId: appointment.id, position });

interface Failure {
  claim: ClaimedStep;
  error: CalcomError;
  isLastTry: boolean;
}

/** Shows what went wrong with the appointment and the connection; throws what another try may overcome. */
export async function settleFailure(ctx: CompanyContext, failure: Failure): Promise<PushOutcome> {
  const { error, isLastTry } = failure;
  const verdict = judgeFailure(error.kind);
  const result = toResult(error);
  if (result) await recordIntegrationResult(ctx, { provider: "calcom", result });
  await writeFailure(ctx, failure, verdict);
  const reason = error.message;
  if (verdict.next === "stop" || (verdict.next === "wait" && isLastTry)) return { state: "failed", reason };
  if (verdict.next === "wait") return { state: "waiting", seconds: error.retryAfterSeconds ?? 60, reason };
  const details = { provider: "calcom", message: reason, requestId: error.requestId };
  throw new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "calcom_unavailable", details }, { cause: error });
}

function toResult(error: CalcomError): IntegrationResult | null {
  if (error.kind === "rate_limited") return { kind: "rate_limited", retryAfterSeconds: error.retryAfterSeconds ?? 60 };
  if (error.kind === "unauthorised") return { kind: "unauthorised", error: error.message };
  if (error.kind === "fault" || error.kind === "unknown_result") return { kind: "fault", error: error.message };
  // A refusal is an answer: Cal.com is well. Without a status it was our own.
  return error.status === null ? null : { kind: "success" };
}

async function writeFailure(ctx: CompanyContext, { claim, error, isLastTry }: Failure, verdict: Verdict) {
  await transact(ctx, async (tx) => {
    const map = await lockPart(tx, placeOf(claim));
    if (map?.state.lease?.token !== claim.token) return;
    const { state } = map;
    const isOver = verdict.next === "stop" || isLastTry;
    const kind = verdict.failure ?? (isOver ? "fault" : null);
    const failure = kind ? lasting(state.failure, { kind, message: error.message, since: tx.now }) : state.failure;
    // A step that was only looked for stays begun until it is found.
    const isKnown = verdict.isResultKnown && claim.step.action !== "find";
    const begun = isKnown ? null : state.begun;
    const lease = error.mayStillRun ? state.lease : null;
    const { action } = claim.begun;
    const review = verdict.needsPerson ? { review: { kind: driftOf(action), said: error.message } } : {};
    await writeEventMap(tx, map, { state: { ...state, begun, lease, failure }, ...review });
    const status = isOver ? "failed" : "pending";
    await recordCalcomSync(tx, { appointmentId: claim.appointment.id, status, error: error.message });
  });
}
