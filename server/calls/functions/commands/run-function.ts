import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { limitNamed } from "@/server/core/limits";
import { toOutboxRow } from "@/server/core/outbox";
import { asksForHuman, detectEmergency } from "@/server/speech/rules/guards";
import { isHiddenNumber } from "@/server/speech/rules/understand-phone";
import { callFunctionCalled } from "../../events";
import { ensureCall } from "../../repository/calls";
import { findFirstAnswer, recordInvocation } from "../../repository/invocations";
import type { Line } from "../../repository/lines";
import { loadPhone } from "../../repository/phone";
import { type CallParty, otherNumber } from "../../rules/provider-call";
import { notAllowed, toWire } from "../rules/answers";
import type { Phone } from "../rules/phone";
import { voiceOf } from "../rules/say/voice";
import { type FunctionAnswer, type FunctionName, functionArgs } from "../schema";
import { bookByPhone } from "./book-by-phone";
import { cancelByPhone } from "./cancel-by-phone";
import { checkAvailability } from "./check-availability";
import { checkCustomer } from "./check-customer";
import { collectByPhone } from "./collect-by-phone";
import { findOwnAppointments } from "./find-own-appointments";
import type { FunctionCall } from "./function-call";
import { promiseCallback } from "./promise-callback";
import { rescheduleByPhone } from "./reschedule-by-phone";
import { tellCompanyInfo } from "./tell-company-info";

type PhoneFunction = (tx: TransactionContext, call: FunctionCall) => Promise<FunctionAnswer>;

const FUNCTIONS: Record<FunctionName, PhoneFunction> = {
  "check-customer": checkCustomer,
  "check-availability": checkAvailability,
  "collect-appointment": collectByPhone,
  "book-appointment": bookByPhone,
  "find-appointments": findOwnAppointments,
  "cancel-appointment": cancelByPhone,
  "reschedule-appointment": rescheduleByPhone,
  "request-callback": promiseCallback,
  "company-info": tellCompanyInfo,
};

/** What they did once they don't do again: the same request is answered as the first time. */
const WRITING: readonly FunctionName[] = [
  "book-appointment",
  "cancel-appointment",
  "reschedule-appointment",
  "request-callback",
];

export interface FunctionRun {
  name: FunctionName;
  args: Record<string, unknown>;
  line: Line;
  party: CallParty & { callId: string };
  /** When the provider says that the call began. */
  callStartedAt: Date | null;
  /** When the request came, by the process's own clock. */
  receivedAtMs: number;
}

/**
 * Answers one request of the agent inside one transaction: what it changes, what is stored of the request and the news of
 * it stand or fall together. The functions of a call run one after the other.
 */
export async function runFunction(tx: TransactionContext, run: FunctionRun): Promise<Record<string, unknown>> {
  const { name, args } = run;
  const phone = await openPhone(tx, run);
  const ctx: TransactionContext = { ...tx, actor: { kind: "agent", callId: phone.call.id } };
  const asked = { callId: phone.call.id, name, args };
  const first = WRITING.includes(name) ? await findFirstAnswer(ctx, asked) : null;
  const result = first ?? toWire(await answer(ctx, { name, call: toFunctionCall(ctx, { phone, args }) }));
  const status = String(result.status);
  const durationMs = Math.round(performance.now() - run.receivedAtMs);
  const callId = phone.call.id;
  const news = toOutboxRow(ctx, { event: callFunctionCalled, data: { callId, name, status, durationMs } });
  tx.lastly.push(() => recordInvocation(ctx, { callId, name, arguments: args, result, status, durationMs }, news));
  return result;
}

/** The call's row is made by whoever comes first, the provider's event or the agent's question. */
async function openPhone(tx: TransactionContext, { line, party, callStartedAt }: FunctionRun): Promise<Phone> {
  const other = otherNumber(party);
  const number = other && !isHiddenNumber(other) ? other : null;
  const { branchId, agentId, phoneNumberId } = line;
  const request = { retellCallId: party.callId, branchId, agentId, number };
  let loaded = await loadPhone(tx, request);
  if (!loaded) {
    const startedAt = callStartedAt ?? tx.now;
    await ensureCall(tx, { retellCallId: party.callId, party, branchId, agentId, phoneNumberId, startedAt });
    loaded = await loadPhone(tx, request);
  }
  if (!loaded) throw new Error("a call that was just made is gone");
  if (loaded.requestsThisMinute > limitNamed("phone").limit) {
    const retryAfterSeconds = 60 - new Date().getUTCSeconds();
    throw new AppError({ code: "RATE_LIMITED", reason: "too_many_requests", details: { retryAfterSeconds } });
  }
  return loaded.phone;
}

function toFunctionCall(
  tx: TransactionContext,
  { phone, args }: { phone: Phone; args: Record<string, unknown> },
): FunctionCall {
  const { language, company } = phone;
  const voiceAt = ({ timezone: zone }: { timezone: string }) =>
    voiceOf({ language, zone, currency: company.currency, now: tx.now.getTime() });
  return { phone, args: functionArgs.parse(args), voice: voiceAt(phone.branch), voiceAt };
}

async function answer(
  tx: TransactionContext,
  { name, call }: { name: FunctionName; call: FunctionCall },
): Promise<FunctionAnswer> {
  const words = Object.values(call.args)
    .filter((value): value is string => typeof value === "string")
    .join(". ");
  const { voice, phone } = call;
  const transfer = { number: phone.branch.fallbackPhone ?? phone.branch.phone, name: phone.branch.name };
  const emergency = detectEmergency(words);
  if (emergency && name !== "company-info")
    return notAllowed(voice.say.emergency(), { reason: "emergency", emergency: emergency.kind, transfer });
  const given = await FUNCTIONS[name](tx, call);
  const isStuck = given.status === "needs_input" && name !== "request-callback" && name !== "company-info";
  if (!isStuck || !asksForHuman(words)) return given;
  return notAllowed(voice.say.human(transfer.number !== null), { reason: "asked_for_a_person", transfer });
}
