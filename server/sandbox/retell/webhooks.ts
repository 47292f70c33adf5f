import Retell from "retell-sdk";
import type { Receipt } from "../http/deliveries";
import type { Sandbox } from "../sandbox";
import type { RetellCall } from "./call-object";

/** Up to three repetitions, as the vendor does; closer together, because somebody is watching. */
const RETRY_AFTER_MS = [500, 2_000, 5_000];
/** What we set for our own functions: a caller is waiting on the line. */
const FUNCTION_TIMEOUT_MS = 5_000;

export type CallEvent = "call_started" | "call_ended" | "call_analyzed";

export async function sendCallEvent(sandbox: Sandbox, event: CallEvent, call: RetellCall): Promise<Receipt> {
  return post(sandbox, {
    event,
    path: "/webhooks/retell",
    body: { event, call: callAt(event, call) },
    retryAfterMs: RETRY_AFTER_MS,
  });
}

/** A call that has just begun comes with nothing but who, whom and when; later ones with all that is known by then. */
function callAt(event: CallEvent, call: RetellCall): Partial<RetellCall> {
  if (event !== "call_started") return call;
  const { transcript, transcript_object, transcript_with_tool_calls, ...basic } = call;
  return basic;
}

export interface InboundAnswer {
  reject?: boolean;
  dynamic_variables?: Record<string, string>;
  metadata?: Record<string, unknown>;
  override_agent_id?: string;
}

/** Asks the product before the agent picks up; whatever is not a proper answer counts as none. */
export async function askInbound(sandbox: Sandbox, call: RetellCall): Promise<InboundAnswer> {
  const { call_id, agent_id, agent_version, from_number, to_number } = call;
  const call_inbound = { call_id, agent_id, agent_version, from_number, to_number };
  const body = { event: "call_inbound", event_timestamp: sandbox.now().getTime(), call_inbound };
  const receipt = await post(sandbox, { event: "call_inbound", path: "/webhooks/retell", body });
  const answer = readJson(receipt.text) as { call_inbound?: InboundAnswer } | null;
  return receipt.status !== null && receipt.status < 300 ? (answer?.call_inbound ?? {}) : {};
}

/** Calls a custom function; the model would see at most 15,000 characters of the answer. */
export async function callFunction(sandbox: Sandbox, { name, args, call }: FunctionCall): Promise<Receipt> {
  const body = { name, call, args };
  const receipt = await post(sandbox, {
    event: name,
    path: `/api/retell/${name}`,
    body,
    timeoutMs: FUNCTION_TIMEOUT_MS,
  });
  return { ...receipt, text: receipt.text.slice(0, 15_000) };
}

export interface FunctionCall {
  name: string;
  args: Record<string, unknown>;
  call: RetellCall;
}

interface SignedPost {
  event: string;
  path: string;
  body: unknown;
  retryAfterMs?: number[];
  timeoutMs?: number;
}

function post(
  { config, deliveries }: Sandbox,
  { event, path, body, retryAfterMs, timeoutMs }: SignedPost,
): Promise<Receipt> {
  const raw = JSON.stringify(body);
  return deliveries.send({
    provider: "retell",
    event,
    url: config.appUrl + path,
    raw,
    headers: async () => ({
      "content-type": "application/json",
      "x-retell-signature": await Retell.sign(raw, config.retellApiKey),
    }),
    ...(retryAfterMs ? { retryAfterMs } : {}),
    ...(timeoutMs ? { timeoutMs } : {}),
  });
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
