import { describeFault } from "@/server/api/failure";
import { companyContext, type TransactionContext } from "@/server/core/context";
import { refuseDelivery } from "@/server/core/deliveries";
import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import { log } from "@/server/core/log";
import { transact } from "@/server/core/transact";
import { type FunctionRequest, isSigned, readFunctionRequest, signingKey } from "../../adapters/retell";
import type { ReceivedRequest } from "../../commands/receive-webhook";
import { ensureCall, lockCall } from "../../repository/calls";
import { recordInvocation } from "../../repository/invocations";
import { findLine, forgetLine, type Line } from "../../repository/lines";
import { isAllowedAddress } from "../../rules/allowed-address";
import { notAllowed, toWire } from "../rules/answers";
import { sentencesOf } from "../rules/say/voice";
import type { FunctionName } from "../schema";
import { type FunctionRun, runFunction } from "./run-function";

export type FunctionDoorRequest = ReceivedRequest & { name: FunctionName };

// Not audited: each command that it leads to writes its own entry, and the request itself is stored.
/**
 * Answers a function of the telephone agent. A business "no" and a failure are answers with a sentence and a way on; only
 * a wrong signature, a blocked address, an unreadable body and the rate limit are errors.
 */
export async function answerFunction(request: FunctionDoorRequest): Promise<Record<string, unknown>> {
  const receivedAtMs = performance.now();
  if (!isAllowedAddress(request.ip, env().RETELL_ALLOWED_IPS)) throw await refused(request, "address_not_allowed");
  const asked = readFunctionRequest(request.raw);
  const line = asked && (await findLine(asked.party));
  if (!isSigned(request, signingKey(line))) {
    if (asked) forgetLine(asked.party);
    throw await refused(request, "wrong_signature", line);
  }
  if (line) request.onCompany?.(line.companyId);
  if (!asked) throw await refused(request, "not_json", line);
  if (!line || !asked.party.callId) {
    const error = line ? "missing_call_id" : "unknown_number";
    await leaveTrace(request, { line, status: 200, error });
    return toWire(notAllowed(sentencesOf("de").unknownNumber(), { reason: error }));
  }
  const party = { ...asked.party, callId: asked.party.callId };
  return answerOrExcuse(request, { asked, line, party, receivedAtMs });
}

interface Accepted {
  asked: FunctionRequest;
  line: Line;
  party: FunctionRun["party"];
  receivedAtMs: number;
}

async function answerOrExcuse(request: FunctionDoorRequest, { asked, line, party, receivedAtMs }: Accepted) {
  const { name, requestId } = request;
  const run = { name, args: asked.args, line, party, callStartedAt: asked.startedAt, receivedAtMs };
  const ctx = companyContext({
    companyId: line.companyId,
    actor: { kind: "system", name: "telephone-agent" },
    requestId,
    isPlannedOnce: true,
    ...(request.ip && { ip: request.ip }),
  });
  try {
    return await transact(ctx, (tx) => runFunction(tx, run));
  } catch (error) {
    if (error instanceof AppError && error.code === "RATE_LIMITED") throw error;
    log("api").error({ requestId, name, fault: describeFault(error) }, "a function of the agent failed");
    const result = {
      ...toWire({ status: "error", next_function: "request-callback", say: sentencesOf("de").failure() }),
      request_id: requestId,
    };
    await transact(ctx, (tx) => recordFailure(tx, { run, result })).catch(() => {});
    return result;
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
  if (call) await recordInvocation(tx, { callId: call.id, name, arguments: args, result, status: "error", durationMs });
}

const CODE_OF = {
  wrong_signature: "SIGNATURE_INVALID",
  not_json: "VALIDATION_ERROR",
  address_not_allowed: "FORBIDDEN",
} as const;

async function refused(
  request: FunctionDoorRequest,
  reason: keyof typeof CODE_OF,
  line?: Line | null,
): Promise<AppError> {
  const error = new AppError({ code: CODE_OF[reason], reason });
  await leaveTrace(request, { line, status: error.status, error: reason });
  return error;
}

interface Trace {
  line?: Line | null | undefined;
  status: number;
  error: string;
}

async function leaveTrace({ headers, name }: FunctionDoorRequest, { line, status, error }: Trace): Promise<void> {
  await refuseDelivery({ source: "retell", event: name, companyId: line?.companyId ?? null, headers, status, error });
}
