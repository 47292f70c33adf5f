import Retell from "retell-sdk";
import { z } from "zod";
import type { Receipt } from "../http/deliveries";
import type { Sandbox } from "../sandbox";
import type { RetellCall } from "./call-object";

/** Up to three repetitions, as the vendor does; closer together, because somebody is watching. */
const RETRY_AFTER_MS = [500, 2_000, 5_000];
/** What we set for our own functions: a caller is waiting on the line. */
const FUNCTION_TIMEOUT_MS = 5_000;

export type CallEvent = "call_started" | "call_ended" | "call_analyzed" | "transcript_updated";
/** What an agent tells of that has not chosen. */
const TOLD_BY_DEFAULT: readonly unknown[] = ["call_started", "call_ended", "call_analyzed"];

/** To the agent's own address where it has one, which then is the only one; otherwise to that of the account. */
export async function sendCallEvent(sandbox: Sandbox, event: CallEvent, call: RetellCall): Promise<Receipt> {
  const agent = sandbox.retell.agents.get(call.agent_id);
  const [ownUrl, chosen] = [agent?.webhook_url, agent?.webhook_events];
  const told: readonly unknown[] = Array.isArray(chosen) ? chosen : TOLD_BY_DEFAULT;
  if (!told.includes(event)) return { status: null, text: "" };
  return post(sandbox, {
    event,
    url: typeof ownUrl === "string" ? ownUrl : `${sandbox.config.appUrl}/webhooks/retell`,
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

/** What may stand in the answer; one value of a wrong kind makes all of it void, a refusal included. */
const inboundAnswer = z.object({
  reject: z.boolean().optional(),
  dynamic_variables: z.record(z.string(), z.string()).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  override_agent_id: z.string().optional(),
  override_agent_version: z.int().optional(),
  agent_override: z.looseObject({}).optional(),
});
export type InboundAnswer = z.output<typeof inboundAnswer>;

/** Asks the product before the agent picks up; whatever is not a proper answer counts as none. */
export async function askInbound(sandbox: Sandbox, call: RetellCall): Promise<InboundAnswer> {
  const { call_id, agent_id, agent_version, from_number, to_number } = call;
  const call_inbound = { call_id, agent_id, agent_version, from_number, to_number };
  const body = { event: "call_inbound", event_timestamp: sandbox.now().getTime(), call_inbound };
  const own = sandbox.retell.numbers.get(to_number)?.inbound_webhook_url;
  const url = own ?? `${sandbox.config.appUrl}/webhooks/retell`;
  const receipt = await post(sandbox, { event: "call_inbound", url, body, isQuestion: true });
  if (receipt.status === null || receipt.status >= 300) return {};
  const answer = readJson(receipt.text) as { call_inbound?: unknown } | null;
  return inboundAnswer.safeParse(answer?.call_inbound).data ?? {};
}

/** Calls a custom function; the model would see at most 15,000 characters of the answer. */
export async function callFunction(sandbox: Sandbox, { name, args, call }: FunctionCall): Promise<Receipt> {
  const body = { name, call, args };
  const receipt = await post(sandbox, {
    event: name,
    url: `${sandbox.config.appUrl}/api/retell/${name}`,
    body,
    isQuestion: true,
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
  url: string;
  body: unknown;
  isQuestion?: boolean;
  retryAfterMs?: number[];
  timeoutMs?: number;
}

function post(
  { config, deliveries }: Sandbox,
  { event, url, body, retryAfterMs, timeoutMs, isQuestion = false }: SignedPost,
): Promise<Receipt> {
  const raw = JSON.stringify(body);
  return deliveries.send({
    provider: "retell",
    event,
    url,
    raw,
    isQuestion,
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
