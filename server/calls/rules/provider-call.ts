import type { SaidConsent } from "./consent";
import type { WordTime } from "./word-times";

export type Direction = "inbound" | "outbound" | "web";
export type CallStatus = "registered" | "not_connected" | "ongoing" | "ended" | "error";
export type Sentiment = "positive" | "neutral" | "negative" | "unknown";

export interface TranscriptTurn {
  role: "agent" | "user" | "transfer_target";
  text: string;
  /** Seconds from the beginning of the recording. */
  start: number | null;
  end: number | null;
  /** Where its words begin, as far as the provider says. */
  words?: WordTime[];
}

/** Who rang whom, and through which agent: enough to find the company. */
export interface CallParty {
  callId: string | null;
  direction: Direction;
  fromNumber: string | null;
  toNumber: string | null;
  agentId: string | null;
}

/** A call as the provider tells of it at some moment; what it does not know yet is null. */
export interface ProviderCall extends CallParty {
  callId: string;
  agentVersion: number | null;
  status: CallStatus | null;
  startedAt: Date | null;
  endedAt: Date | null;
  durationSec: number | null;
  transcript: string | null;
  turns: TranscriptTurn[] | null;
  recordingUrl: string | null;
  disconnectionReason: string | null;
  /** US cents, as a decimal in text: never a float. */
  providerCost: string | null;
  latencyMs: { p50: number; p90: number } | null;
  analysis: CallAnalysis | null;
  /** What the agent noted of the caller's answer to being recorded. */
  consent: SaidConsent | null;
}

export interface CallAnalysis {
  summary: string | null;
  sentiment: Sentiment;
  isSuccessful: boolean | null;
  isVoicemail: boolean;
  extracted: Record<string, unknown>;
}

/** The events that tell how a call goes, in the order in which they happen. */
export const LIFECYCLE_EVENTS = ["call_started", "call_ended", "call_analyzed"] as const;
export type LifecycleEvent = (typeof LIFECYCLE_EVENTS)[number];

export function isLifecycleEvent(event: string): event is LifecycleEvent {
  return (LIFECYCLE_EVENTS as readonly string[]).includes(event);
}

/** What is said is told while it is said, many times in a call. */
export const TRANSCRIPT_UPDATED = "transcript_updated";
/** The events that change a call's row. */
export type CallEvent = LifecycleEvent | typeof TRANSCRIPT_UPDATED;

export function isCallEvent(event: string): event is CallEvent {
  return event === TRANSCRIPT_UPDATED || isLifecycleEvent(event);
}

type Numbers = Pick<CallParty, "direction" | "fromNumber" | "toNumber">;

/** The number of ours that a call goes through: the one called, or the one we call from. */
export function ownNumber({ direction, fromNumber, toNumber }: Numbers): string | null {
  if (direction === "web") return null;
  return direction === "outbound" ? fromNumber : toNumber;
}

/** The other side's number. */
export function otherNumber({ direction, fromNumber, toNumber }: Numbers): string | null {
  if (direction === "web") return null;
  return direction === "outbound" ? toNumber : fromNumber;
}
