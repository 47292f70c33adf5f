import { describeFault } from "@/server/api/failure";
import { isTakenMeanwhile } from "@/server/availability/commands/offer-slots";
import { type CompanyContext, companyContext, type TransactionContext } from "@/server/core/context";
import { digest } from "@/server/core/crypto";
import { isUniqueViolation } from "@/server/core/database-error";
import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import { log } from "@/server/core/log";
import { apart } from "@/server/core/rehearse";
import { type FunctionRequest, isSigned, readFunctionRequest, signingKey } from "../../adapters/retell";
import { ensureCall, lockCall } from "../../repository/calls";
import type { FailingCall } from "../../repository/failures";
import { recordInvocation } from "../../repository/invocations";
import { findLine, forgetLine, type Line } from "../../repository/lines";
import { isAllowedAddress } from "../../rules/allowed-address";
import { notAllowed, toWire } from "../rules/answers";
import { mostSaid } from "../rules/most-said";
import { sentencesOf } from "../rules/say/voice";
import { withinDeadline } from "../rules/within-deadline";
import { excuseFailure, failingCallOf } from "./excuse-failure";
import { type FunctionDoorRequest, leaveTrace, refused } from "./refuse-request";
import { type FunctionRun, runFunction } from "./run-function";

// Not audited: each command that it leads to writes its own entry, and the request itself is stored.
/**
 * Answers a function of the telephone agent. A business "no" and a failure are answers with a sentence and a way on; only
 * a wrong signature, a blocked address, an unreadable body and the rate limit are errors.
 */
export async function answerFunction(
  request: FunctionDoorRequest,
  { deadlineMs = env().PHONE_DEADLINE_MS, stage }: { deadlineMs?: number; stage?: Stage } = {},
): Promise<Record<string, unknown>> {
  const asking: Asking = { request, stage, receivedAtMs: performance.now(), line: null, isLate: false };
  const answered = admit(asking).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    return excuse(asking, error);
  });
  return withinDeadline(answered, { deadlineMs, whenLate: () => excuseLate(asking) });
}

/** Where a conversation is only tried out: a line that nobody else knows, in a transaction that will be undone. */
export interface Stage {
  tx: TransactionContext;
  line: Line;
  /** Every function fails, to see what callers hear then. */
  isFailing?: boolean;
}

/** One request of the agent, and what is known of it so far. */
interface Asking {
  request: FunctionDoorRequest;
  stage: Stage | undefined;
  receivedAtMs: number;
  line: Line | null | undefined;
  /** The caller has heard already that it did not work: it must not work any more. */
  isLate: boolean;
  /** How the call went so far, once it is known whose it is. */
  findCall?: () => Promise<FailingCall | null>;
}

async function admit(asking: Asking): Promise<Record<string, unknown>> {
  const { request, stage } = asking;
  if (!isAllowedAddress(request.ip, env().RETELL_ALLOWED_IPS)) throw await refused(request, "address_not_allowed");
  const asked = readFunctionRequest(request.raw);
  const line = asked && (stage?.line ?? (await findLine(asked.party)));
  asking.line = line;
  if (!isSigned(request, signingKey(line))) {
    if (asked) forgetLine(asked.party);
    throw await refused(request, "wrong_signature", line);
  }
  if (line) request.onCompany?.(line.companyId);
  if (!asked) throw await refused(request, "not_json", line);
  if (!line || !asked.party.callId) {
    const error = line ? "missing_call_id" : "unknown_number";
    await leaveTrace(request, { line, status: 200, error });
    return toWire(notAllowed(sentencesOf(line?.language ?? "de").unknownNumber(), { reason: error }));
  }
  const party = { ...asked.party, callId: asked.party.callId };
  return answerOrRecord(asking, { asked, line, party });
}

interface Accepted {
  asked: FunctionRequest;
  line: Line;
  party: FunctionRun["party"];
}

async function answerOrRecord(asking: Asking, { asked, line, party }: Accepted) {
  const { request, receivedAtMs, stage } = asking;
  const { name, requestId } = request;
  const requestHash = digest(request.signature ?? "");
  const run = {
    name,
    args: asked.args,
    line,
    party,
    callStartedAt: asked.startedAt,
    receivedAtMs,
    requestHash,
  };
  const actor = { kind: "system", name: "telephone-agent" } as const;
  const ctx = stage
    ? { ...stage.tx, actor, permissions: undefined, restriction: undefined }
    : companyContext({
        ...{ companyId: line.companyId, actor, requestId, isPlannedOnce: true },
        ...(request.ip && { ip: request.ip }),
      });
  asking.findCall = failingCallOf(ctx, { retellCallId: party.callId, branchId: line.branchId });
  try {
    if (stage?.isFailing) throw new Error("made to fail");
    return await runHopefully(ctx, { run, asking });
  } catch (error) {
    if (error instanceof AppError && error.code === "RATE_LIMITED") throw error;
    const result = await excuse(asking, error);
    await apart(ctx, (tx) => recordFailure(tx, { run, result })).catch(() => {});
    return result;
  }
}

/** A failure is an answer too, in the language of the line as far as that is known. What the door refuses stays refused. */
async function excuse({ request, stage, line, findCall }: Asking, error: unknown): Promise<Record<string, unknown>> {
  const { requestId, name } = request;
  if (!stage?.isFailing)
    log("api").error({ requestId, name, fault: describeFault(error) }, "a function of the agent failed");
  return { ...(await excuseFailure(line?.language ?? "de", findCall)), request_id: requestId };
}

/** What is still going on is undone when it ends, and written down as failed then. */
function excuseLate(asking: Asking): Promise<Record<string, unknown>> {
  asking.isLate = true;
  return excuse(asking, new Error("too late"));
}

/**
 * Offers are nearly always still free when they are held; if not, the request begins again, this time step by step. So does
 * one that came twice at the same moment: then it finds its answer.
 */
async function runHopefully(ctx: CompanyContext, { run, asking }: { run: FunctionRun; asking: Asking }) {
  const inTime = async (tx: TransactionContext, wanted: FunctionRun) => {
    const result = await runFunction(tx, wanted);
    if (asking.isLate) throw new Error("the caller has heard already that it did not work");
    return result;
  };
  try {
    return await apart(ctx, (tx) => inTime(tx, { ...run, isHopeful: true }));
  } catch (error) {
    if (!isTakenMeanwhile(error) && !isUniqueViolation(error)) throw error;
    return apart(ctx, (tx) => inTime(tx, run));
  }
}

async function recordFailure(
  tx: TransactionContext,
  { run, result }: { run: FunctionRun; result: Record<string, unknown> },
) {
  const { party, line, name, args, callStartedAt, receivedAtMs } = run;
  await ensureCall(tx, { ...line, party, retellCallId: party.callId, startedAt: callStartedAt ?? tx.now });
  const call = await lockCall(tx, { retellCallId: party.callId });
  const durationMs = Math.round(performance.now() - receivedAtMs);
  if (call)
    await recordInvocation(tx, {
      callId: call.id,
      name,
      arguments: mostSaid(args),
      result,
      status: "error",
      durationMs,
    });
}
