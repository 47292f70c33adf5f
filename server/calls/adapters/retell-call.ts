import { z } from "zod";
import { DAY } from "@/server/core/time";
import { readConsent } from "../rules/consent";
import type {
  CallAnalysis,
  CallParty,
  CallStatus,
  ProviderCall,
  Sentiment,
  TranscriptTurn,
} from "../rules/provider-call";
import { placeWords } from "../rules/word-times";

/** A field of an unexpected kind counts as not sent: one odd value must not cost the whole event. */
const lenient = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);
const text = lenient(z.string());
const number = lenient(z.number());
/** Ids and numbers of theirs are short; what is longer is none. */
const name = lenient(z.string().max(200));

const utterance = z.object({
  role: z.string(),
  content: z.string(),
  words: lenient(z.array(z.object({ word: text, start: z.number(), end: z.number() }))),
});

const MOST_CENTS = 1_000_000;

const party = z.object({
  call_id: name,
  call_type: name,
  agent_id: name,
  direction: name,
  from_number: name,
  to_number: name,
});

const analysis = z.object({
  call_summary: text,
  user_sentiment: text,
  call_successful: lenient(z.boolean()),
  in_voicemail: lenient(z.boolean()),
  custom_analysis_data: lenient(z.record(z.string(), z.unknown())),
});

const wireCall = party.extend({
  call_id: z.string().min(1).max(200),
  agent_version: lenient(z.int32()),
  call_status: text,
  start_timestamp: number,
  end_timestamp: number,
  duration_ms: number,
  transcript: text,
  transcript_object: lenient(z.array(z.unknown())),
  recording_url: text,
  disconnection_reason: text,
  call_cost: lenient(z.object({ combined_cost: z.number().nonnegative().max(MOST_CENTS) })),
  latency: lenient(z.object({ e2e: lenient(z.object({ p50: z.number(), p90: z.number() })) })),
  call_analysis: lenient(analysis),
  collected_dynamic_variables: lenient(z.record(z.string(), z.unknown())),
});

/** Outside of these a value was never measured. */
const [FIRST_CALL, LAST_CALL] = [Date.UTC(2000, 0), Date.UTC(2100, 0)];
const LONGEST_MS = 7 * DAY;

const STATUSES: readonly string[] = ["registered", "not_connected", "ongoing", "ended", "error"] satisfies CallStatus[];
const SENTIMENTS: Record<string, Sentiment> = { positive: "positive", neutral: "neutral", negative: "negative" };

export function toParty(given: unknown): CallParty | null {
  const parsed = party.safeParse(given);
  if (!parsed.success) return null;
  const { call_id, call_type, agent_id, direction, from_number, to_number } = parsed.data;
  const isWeb = call_type === "web_call" && !to_number;
  return {
    callId: call_id ?? null,
    direction: isWeb ? "web" : direction === "outbound" ? "outbound" : "inbound",
    fromNumber: from_number?.trim() || null,
    toNumber: to_number?.trim() || null,
    agentId: agent_id ?? null,
  };
}

/** The vendor's call object in our terms, or null when it names no call. */
export function toProviderCall(given: unknown): ProviderCall | null {
  const parsed = wireCall.safeParse(given);
  const who = toParty(given);
  if (!parsed.success || !who) return null;
  const call = parsed.data;
  const e2e = call.latency?.e2e;
  return {
    ...who,
    callId: call.call_id,
    agentVersion: call.agent_version ?? null,
    status: STATUSES.includes(call.call_status ?? "") ? (call.call_status as CallStatus) : null,
    startedAt: toDate(call.start_timestamp),
    endedAt: toDate(call.end_timestamp),
    durationSec: secondsOf(call),
    transcript: call.transcript ?? null,
    turns: call.transcript_object ? toTurns(call.transcript_object) : null,
    recordingUrl: call.recording_url ?? null,
    disconnectionReason: call.disconnection_reason ?? null,
    providerCost: call.call_cost ? call.call_cost.combined_cost.toFixed(6) : null,
    latencyMs: e2e ? { p50: Math.round(e2e.p50), p90: Math.round(e2e.p90) } : null,
    analysis: call.call_analysis ? toAnalysis(call.call_analysis) : null,
    consent:
      readConsent(call.collected_dynamic_variables) ?? readConsent(call.call_analysis?.custom_analysis_data ?? null),
  };
}

const toDate = (ms: number | null | undefined): Date | null =>
  ms && ms > FIRST_CALL && ms < LAST_CALL ? new Date(ms) : null;

type WireTimes = Pick<z.infer<typeof wireCall>, "duration_ms" | "start_timestamp" | "end_timestamp">;

function secondsOf({ duration_ms, start_timestamp, end_timestamp }: WireTimes): number | null {
  const ms = duration_ms ?? (start_timestamp && end_timestamp ? end_timestamp - start_timestamp : null);
  return ms === null || ms < 0 || ms > LONGEST_MS ? null : Math.round(ms / 1000);
}

function toTurns(entries: unknown[]): TranscriptTurn[] {
  return entries.flatMap((entry) => {
    const { data } = utterance.safeParse(entry);
    if (data?.role !== "agent" && data?.role !== "user" && data?.role !== "transfer_target") return [];
    const { role, content, words } = data;
    const spoken = words ?? [];
    const [start, end] = [spoken[0]?.start ?? null, spoken.at(-1)?.end ?? null];
    return [{ role, text: content, start, end, words: placeWords(content, spoken) }];
  });
}

function toAnalysis(wire: z.infer<typeof analysis>): CallAnalysis {
  return {
    summary: wire.call_summary ?? null,
    sentiment: SENTIMENTS[wire.user_sentiment?.toLowerCase() ?? ""] ?? "unknown",
    isSuccessful: wire.call_successful ?? null,
    isVoicemail: wire.in_voicemail === true,
    extracted: wire.custom_analysis_data ?? {},
  };
}
