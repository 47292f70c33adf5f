import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { recordIntegrationResult } from "@/server/integrations/commands/record-integration-result";
import type { IntegrationResult } from "@/server/integrations/schema";
import type { CalcomError } from "../adapters/calcom-error";
import { lockEventMap, writeEventMap } from "../repository/event-map";
import { driftOf, judgeFailure, lasting, type Verdict } from "../rules/failure";
import type { BookingCopy, PushOutcome } from "../schema";
import type { ClaimedStep } from "./claim-step";

interface Success {
  claim: ClaimedStep;
  copy: BookingCopy | null;
  pauseSeconds?: number;
}

// Not audited: the change itself was audited when it was made here.
/** Writes down what stands over there. Whoever lost the lease meanwhile leaves it to the one who has it now. */
export async function settleSuccess(ctx: CompanyContext, { claim, copy, pauseSeconds }: Success): Promise<void> {
  await transact(ctx, async (tx) => {
    const map = await lockEventMap(tx, claim.appointment.id);
    if (map?.state.lease?.token !== claim.token) return;
    await writeEventMap(tx, map, { state: { ...map.state, begun: null, lease: null }, copy });
  });
  const result: IntegrationResult = pauseSeconds ? { kind: "success", pauseSeconds } : { kind: "success" };
  await recordIntegrationResult(ctx, { provider: "calcom", result });
}

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
    const map = await lockEventMap(tx, claim.appointment.id);
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
