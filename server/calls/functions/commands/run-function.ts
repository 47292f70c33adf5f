import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { limitNamed } from "@/server/core/limits";
import { toOutboxRow } from "@/server/core/outbox";
import { isHiddenNumber } from "@/server/speech/rules/understand-phone";
import { callFunctionCalled } from "../../events";
import { ensureCall } from "../../repository/calls";
import { writeConsent } from "../../repository/consent";
import { findFirstAnswer, recordInvocation } from "../../repository/invocations";
import type { Line } from "../../repository/lines";
import { loadPhone } from "../../repository/phone";
import { readConsent } from "../../rules/consent";
import { type CallParty, otherNumber } from "../../rules/provider-call";
import { toWire } from "../rules/answers";
import { mostSaid } from "../rules/most-said";
import type { Phone } from "../rules/phone";
import { voiceOf } from "../rules/say/voice";
import { type FunctionAnswer, type FunctionName, functionArgs } from "../schema";
import type { FunctionCall } from "./function-call";
import { hearFirst } from "./hear-first";
import { CHANGING, FUNCTIONS, WRITING } from "./phone-functions";

export interface FunctionRun {
  name: FunctionName;
  args: Record<string, unknown>;
  line: Line;
  party: CallParty & { callId: string };
  /** When the provider says that the call began. */
  callStartedAt: Date | null;
  /** When the request came, by the process's own clock. */
  receivedAtMs: number;
  /** The request itself, by its signature: sent again it is not carried out again. */
  requestHash: string;
  isHopeful?: boolean;
}

interface Opened {
  phone: Phone;
  answered: Record<string, unknown> | null;
}

/**
 * Answers one request of the agent inside one transaction: what it changes, what is stored of the request and the news of
 * it stand or fall together. The functions of a call run one after the other.
 */
export async function runFunction(tx: TransactionContext, run: FunctionRun): Promise<Record<string, unknown>> {
  const { name } = run;
  const args = mostSaid(run.args);
  const { phone, answered } = await openPhone(tx, run);
  if (answered) return answered;
  const ctx: TransactionContext = { ...tx, actor: { kind: "agent", callId: phone.call.id } };
  const asked = { callId: phone.call.id, name, args, undoneBy: CHANGING.includes(name) ? CHANGING : [] };
  const first = WRITING.includes(name) ? await findFirstAnswer(ctx, asked) : null;
  const result =
    first ?? toWire(await answer(ctx, { name, said: run.args, call: toFunctionCall(ctx, { phone, run }) }));
  const status = String(result.status);
  const durationMs = Math.round(performance.now() - run.receivedAtMs);
  const callId = phone.call.id;
  const news = toOutboxRow(ctx, { event: callFunctionCalled, data: { callId, name, status, durationMs } });
  const consent = readConsent(args);
  if (consent) tx.lastly.push(() => writeConsent(ctx, { callId, said: consent, at: tx.now }));
  const { requestHash } = run;
  const invocation = { callId, name, arguments: args, result, status, durationMs, requestHash };
  tx.lastly.push(() => recordInvocation(ctx, invocation, news));
  return result;
}

/** The call's row is made by whoever comes first, the provider's event or the agent's question. */
async function openPhone(
  tx: TransactionContext,
  { line, party, callStartedAt, requestHash }: FunctionRun,
): Promise<Opened> {
  const other = otherNumber(party);
  const number = other && !isHiddenNumber(other) ? other : null;
  const { branchId, agentId, phoneNumberId } = line;
  const request = { retellCallId: party.callId, branchId, agentId, number, requestHash };
  let loaded = await loadPhone(tx, request);
  if (!loaded) {
    const startedAt = callStartedAt ?? tx.now;
    await ensureCall(tx, { retellCallId: party.callId, party, branchId, agentId, phoneNumberId, startedAt });
    loaded = await loadPhone(tx, request);
  }
  if (!loaded) throw new Error("a call that was just made is gone");
  if (loaded.requestsThisMinute > limitNamed("phone").limit) {
    const retryAfterSeconds = 60 - new Date().getUTCSeconds();
    throw new AppError({
      code: "RATE_LIMITED",
      reason: "too_many_requests",
      details: { retryAfterSeconds, language: loaded.phone.language },
    });
  }
  return loaded;
}

function toFunctionCall(
  tx: TransactionContext,
  { phone, run: { args, isHopeful = false } }: { phone: Phone; run: FunctionRun },
): FunctionCall {
  const { language, company } = phone;
  const voiceAt = ({ timezone: zone }: { timezone: string }) =>
    voiceOf({ language, zone, currency: company.currency, now: tx.now.getTime() });
  return { phone, args: functionArgs.parse(mostSaid(args)), isHopeful, voice: voiceAt(phone.branch), voiceAt };
}

async function answer(
  tx: TransactionContext,
  { name, call, said }: { name: FunctionName; call: FunctionCall; said: Record<string, unknown> },
): Promise<FunctionAnswer> {
  return (await hearFirst(tx, { name, call, said })) ?? FUNCTIONS[name](tx, call);
}
