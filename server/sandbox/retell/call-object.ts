export interface Word {
  word: string;
  /** Seconds of call audio. */
  start: number;
  end: number;
}

export type Utterance = { role: "agent" | "user"; content: string; words: Word[] };
export type ToolCallEntry =
  | { role: "tool_call_invocation"; tool_call_id: string; name: string; arguments: string }
  | { role: "tool_call_result"; tool_call_id: string; content: string; successful: boolean };

/** A call as `GET /v2/get-call/{id}` shows it; times in milliseconds, money in US cents. */
export interface RetellCall {
  call_id: string;
  call_type: "phone_call";
  agent_id: string;
  agent_version: number;
  agent_name?: string;
  call_status: "registered" | "not_connected" | "ongoing" | "ended" | "error";
  direction: "inbound" | "outbound";
  from_number: string;
  to_number: string;
  metadata?: Record<string, unknown>;
  retell_llm_dynamic_variables?: Record<string, string>;
  collected_dynamic_variables?: Record<string, string>;
  data_storage_setting: "everything";
  opt_in_signed_url: boolean;
  telephony_identifier: { twilio_call_sid: string };
  start_timestamp?: number;
  end_timestamp?: number;
  duration_ms?: number;
  transcript?: string;
  transcript_object?: Utterance[];
  transcript_with_tool_calls?: (Utterance | ToolCallEntry)[];
  recording_url?: string;
  public_log_url?: string;
  latency?: Record<string, Latency>;
  llm_token_usage?: { values: number[]; average: number; num_requests: number };
  disconnection_reason?: string;
  call_cost?: CallCost;
  call_analysis?: CallAnalysis;
}

export interface Latency {
  p50: number;
  p90: number;
  p95: number;
  p99: number;
  max: number;
  min: number;
  num: number;
  values: number[];
}

export interface CallCost {
  product_costs: { product: string; cost: number; unit_price: number; is_transfer_leg_cost: boolean }[];
  total_duration_seconds: number;
  total_duration_unit_price: number;
  combined_cost: number;
}

export interface CallAnalysis {
  call_summary: string;
  in_voicemail: boolean;
  user_sentiment: "Positive" | "Neutral" | "Negative" | "Unknown";
  call_successful: boolean;
  custom_analysis_data: Record<string, unknown>;
}

/** US cents for each second: about 7 cents a minute for the voice, the model and the infrastructure each in its share. */
const UNIT_PRICES = { elevenlabs_tts: 0.0667, "gpt-4.1": 0.075, retell_platform: 0.0917 };

export function callCost(durationMs: number): CallCost {
  const seconds = Math.max(1, Math.ceil(durationMs / 1000));
  const product_costs = Object.entries(UNIT_PRICES).map(([product, unit_price]) => {
    const cost = round(unit_price * seconds);
    return { product, cost, unit_price, is_transfer_leg_cost: false };
  });
  return {
    product_costs,
    total_duration_seconds: seconds,
    total_duration_unit_price: round(product_costs.reduce((sum, { unit_price }) => sum + unit_price, 0)),
    combined_cost: round(product_costs.reduce((sum, { cost }) => sum + cost, 0)),
  };
}

const round = (cents: number): number => Math.round(cents * 10_000) / 10_000;

export function latencyOf(values: number[]): Latency {
  const sorted = values.length > 0 ? [...values].sort((a, b) => a - b) : [0];
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const [min = 0] = sorted;
  const max = sorted.at(-1) ?? 0;
  return { p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99), max, min, num: values.length, values };
}
