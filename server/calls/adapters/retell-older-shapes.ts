type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** Below this a timestamp counts seconds, not milliseconds. */
const FIRST_MS = 1e11;

export interface Envelope {
  event: string;
  call: unknown;
}

/**
 * What a delivery tells: `{event, call}` today; before that, and only read when older ones are taken, the call stood under
 * `data`, or flat beside an event with a dot, with times in seconds and the cost in dollars. Null for anything else.
 */
export function openEnvelope(body: unknown, { takesOlder }: { takesOlder: boolean }): Envelope | null {
  if (!isObject(body) || typeof body.event !== "string" || !body.event) return null;
  const isOlder = body.event.includes(".") || isObject(body.data) || typeof body.call_id === "string";
  const nested = body.call ?? body.call_inbound ?? body.chat;
  if (isOlder && !isObject(nested) && !takesOlder) return null;
  const event = body.event.replace(".", "_").slice(0, 80);
  if (isObject(nested)) return { event, call: nested };
  if (isObject(body.data)) return { event, call: modernise(body.data) };
  return typeof body.call_id === "string" ? { event, call: modernise(body) } : { event, call: null };
}

function modernise(old: Json): Json {
  const inMs = (value: unknown) => (isNumber(value) ? (value < FIRST_MS ? value * 1000 : value) : value);
  return {
    ...old,
    start_timestamp: inMs(old.start_timestamp),
    end_timestamp: inMs(old.end_timestamp),
    duration_ms: isNumber(old.duration_seconds) ? old.duration_seconds * 1000 : old.duration_ms,
    call_analysis: old.call_analysis ?? old.analysis,
    call_cost: isNumber(old.cost_usd) ? { combined_cost: old.cost_usd * 100 } : old.call_cost,
  };
}
