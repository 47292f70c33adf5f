import { randomBytes } from "node:crypto";
import { callCost, latencyOf, type RetellCall } from "../retell/call-object";
import { recordingUrl } from "../retell/recording-routes";
import { askInbound, type CallEvent, sendCallEvent } from "../retell/webhooks";
import type { Sandbox } from "../sandbox";
import { newSid } from "../twilio/messages";
import { type Answer, Conversation, HungUp } from "./conversation";
import type { CallOrder } from "./order";
import type { PlayedCall } from "./played-calls";
import { type CallerValues, DEFAULT_VALUES, type Outcome, offersOf, outcome } from "./scenario";
import { SCENARIOS, type ScenarioName } from "./scenarios/all";
import { playScript } from "./script";

/** A call nobody watches takes no time; it is dated back by what it would have taken, so that it does not end tomorrow. */
const UNWATCHED_LEAD_MS = 90_000;
/** The next event does not wait longer than this for the one before. */
const EVENT_PATIENCE_MS = 250;
const QUICKER_CALLER = "+4915735990001";

export interface StartedCall {
  played: PlayedCall;
  finished: Promise<PlayedCall>;
}

/** Rings, talks and hangs up as the vendor would: every webhook and function call in its own format, signed. */
export function startCall(sandbox: Sandbox, order: CallOrder & { to_number: string; agent_id: string }): StartedCall {
  const call = newCall(sandbox, order);
  const played = newPlayedCall(sandbox, { call, scenario: order.script ? "script" : order.scenario });
  sandbox.playedCalls.add(played);
  return { played, finished: converse(sandbox, { order, call, played }).then(() => played) };
}

interface Playing {
  order: CallOrder & { to_number: string; agent_id: string };
  call: RetellCall;
  played: PlayedCall;
}

async function converse(sandbox: Sandbox, { order, call, played }: Playing): Promise<void> {
  const values: CallerValues = { ...DEFAULT_VALUES, ...order.values };
  if (order.scenario === "book_taken" && !order.script)
    values.taken = await letAnotherBook(sandbox, { order, played, values });
  const answer = await askInbound(sandbox, call);
  if (answer.reject === true)
    return void Object.assign(played, { status: "rejected", ended_at: sandbox.now().toISOString() });
  answerTelephone(sandbox, { call, played, delayMs: order.delayMs });
  if (answer.override_agent_id) call.agent_id = answer.override_agent_id;
  if (answer.dynamic_variables) call.retell_llm_dynamic_variables = answer.dynamic_variables;
  if (answer.metadata) call.metadata = answer.metadata;
  const events = [await tell(sandbox, "call_started", call)];
  const talk = new Conversation(sandbox, call, played, order.delayMs);
  const { result, reason } = await talkThrough(talk, { order, values });
  hangUp({ call, played, talk, reason });
  call.recording_url = recordingUrl(sandbox, call);
  noteConsent(call, values);
  events.push(await tell(sandbox, "call_ended", call));
  // Only now: the event before this one does not carry an analysis.
  call.call_analysis = { ...result, in_voicemail: false, custom_analysis_data: {} };
  played.summary = result.call_summary;
  events.push(await tell(sandbox, "call_analyzed", call));
  await Promise.all(events.map(({ delivered }) => delivered));
  Object.assign(played, { status: "ended", ended_at: sandbox.now().toISOString() });
}

async function talkThrough(talk: Conversation, { order, values }: { order: CallOrder; values: CallerValues }) {
  try {
    const play = SCENARIOS[order.scenario as ScenarioName];
    const result: Outcome = order.script ? await playScript(talk, order.script, values) : await play(talk, values);
    return { result, reason: "user_hangup" };
  } catch (error) {
    if (!(error instanceof HungUp)) throw error;
    return { result: outcome("Das Gespräch wurde beendet.", false), reason: "manual_stopped" };
  }
}

/** What the caller said to being recorded, as an agent notes it; one that was not asked has said nothing. */
function noteConsent(call: RetellCall, { recording_consent, recording_consent_words }: CallerValues): void {
  if (typeof recording_consent !== "string") return;
  const words: Record<string, string> = typeof recording_consent_words === "string" ? { recording_consent_words } : {};
  call.collected_dynamic_variables = { recording_consent, ...words };
}

/** Somebody else gets the time that our caller is about to ask for. */
async function letAnotherBook(
  sandbox: Sandbox,
  { order, played, values }: Omit<Playing, "call"> & { values: CallerValues },
) {
  const quicker = {
    scenario: "book",
    from_number: QUICKER_CALLER,
    values: { ...values, customer_name: "Peter Schnell" },
    delayMs: 0,
  };
  const { finished, played: before } = startCall(sandbox, { ...order, ...quicker });
  played.before_call_id = before.call_id;
  const { steps } = await finished;
  const check = steps.find((step) => step.function === "check-availability")?.answer as Answer | undefined;
  return check && offersOf(check)[0];
}

/** Delivers an event and, however that goes, lets the conversation continue after a short while. */
async function tell(sandbox: Sandbox, event: CallEvent, call: RetellCall): Promise<{ delivered: Promise<unknown> }> {
  const delivered = sendCallEvent(sandbox, event, structuredClone(call));
  await Promise.race([delivered, sandbox.deliveries.rest(EVENT_PATIENCE_MS)]);
  return { delivered };
}

function newCall({ retell }: Sandbox, order: Playing["order"]): RetellCall {
  const agentName = retell.agents.get(order.agent_id)?.agent_name;
  return {
    call_id: `call_${randomBytes(14).toString("hex")}`,
    call_type: "phone_call",
    agent_id: order.agent_id,
    agent_version: retell.agents.get(order.agent_id)?.version ?? 0,
    ...(typeof agentName === "string" ? { agent_name: agentName } : {}),
    call_status: "registered",
    direction: "inbound",
    from_number: order.from_number ?? "anonymous",
    to_number: order.to_number,
    data_storage_setting: "everything",
    opt_in_signed_url: false,
    telephony_identifier: { twilio_call_sid: newSid("CA") },
    transcript: "",
    transcript_object: [],
    transcript_with_tool_calls: [],
  };
}

function newPlayedCall(sandbox: Sandbox, { call, scenario }: { call: RetellCall; scenario: string }): PlayedCall {
  const { call_id, from_number, to_number, agent_id } = call;
  const parties = { call_id, scenario, from_number, to_number, agent_id };
  const nothing = { ended_at: null, disconnection_reason: null, summary: null, before_call_id: null };
  const started_at = sandbox.now().toISOString();
  return { ...parties, ...nothing, status: "ringing", started_at, lines: [], steps: [], transcript: "" };
}

function answerTelephone(
  sandbox: Sandbox,
  { call, played, delayMs }: { call: RetellCall; played: PlayedCall; delayMs: number },
): void {
  call.call_status = "ongoing";
  call.start_timestamp = sandbox.now().getTime() - (delayMs > 0 ? 0 : UNWATCHED_LEAD_MS);
  sandbox.retell.calls.set(call.call_id, call);
  played.status = "ongoing";
}

function hangUp({
  call,
  played,
  talk,
  reason,
}: {
  call: RetellCall;
  played: PlayedCall;
  talk: Conversation;
  reason: string;
}): void {
  const duration_ms = talk.elapsedMs;
  const durations = played.steps.map(({ durationMs }) => durationMs);
  const turns = (call.transcript_object ?? []).filter(({ role }) => role === "agent");
  const tokens = turns.map((_, index) => 900 + index * 120);
  Object.assign(call, {
    call_status: "ended",
    end_timestamp: (call.start_timestamp ?? 0) + duration_ms,
    duration_ms,
    disconnection_reason: reason,
    latency: { e2e: latencyOf(turns.map((_, index) => 780 + ((index * 137) % 400))), llm: latencyOf(durations) },
    llm_token_usage: {
      values: tokens,
      average: tokens.reduce((sum, each) => sum + each, 0) / Math.max(1, tokens.length),
      num_requests: tokens.length,
    },
    call_cost: callCost(duration_ms),
  });
  played.disconnection_reason = reason;
}
