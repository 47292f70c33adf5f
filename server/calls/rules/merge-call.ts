import { furthestTurns } from "./furthest-turns";
import type { CallEvent, CallStatus, LifecycleEvent, ProviderCall, Sentiment, TranscriptTurn } from "./provider-call";

/** What a call's row holds of the provider's news. */
export interface CallState {
  status: CallStatus;
  startedAt: Date;
  endedAt: Date | null;
  lastEventAt: Date | null;
  durationSec: number | null;
  disconnectionReason: string | null;
  transcript: string | null;
  transcriptTurns: TranscriptTurn[] | null;
  recordingUrl: string | null;
  providerCost: string | null;
  latencyMs: { p50: number; p90: number } | null;
  summary: string | null;
  sentiment: Sentiment;
  isSuccessful: boolean | null;
  extractedData: Record<string, unknown>;
  analysis: Record<string, unknown> | null;
  agentVersion: number | null;
  fromNumber: string | null;
  toNumber: string | null;
}

const RANK: Record<LifecycleEvent, number> = { call_started: 1, call_ended: 2, call_analyzed: 3 };
const OVER: readonly CallStatus[] = ["ended", "not_connected", "error"];

export const isOver = (status: CallStatus): boolean => OVER.includes(status);

/**
 * A call's state with one more event: whatever order the events come in, and however often, the state is the same. The
 * later event in a call's life knows better; an earlier one only fills what is still empty.
 */
export function mergeCall(before: CallState, { event, call }: { event: CallEvent; call: ProviderCall }): CallState {
  if (event === "transcript_updated") return mergeWords(before, call);
  const news = toState(event, call);
  const isNewer = RANK[event] >= rankOf(before);
  const [strong, weak] = isNewer ? [news, before] : [before, news];
  const merged = Object.fromEntries(
    Object.keys(before).map((key) => [key, strong[key as keyof CallState] ?? weak[key as keyof CallState] ?? null]),
  ) as unknown as CallState;
  return {
    ...merged,
    status: statusOf(before.status, news.status ?? before.status),
    startedAt: earliest(before.startedAt, news.startedAt),
    lastEventAt: latest(before.lastEventAt, news.lastEventAt ?? null),
    sentiment: strong.sentiment && strong.sentiment !== "unknown" ? strong.sentiment : (weak.sentiment ?? "unknown"),
    extractedData: { ...weak.extractedData, ...strong.extractedData },
  };
}

/**
 * The words of a call that goes on: of several the furthest. What has the text of the whole conversation is told in full, and
 * later news of its words say nothing new.
 */
function mergeWords(before: CallState, call: ProviderCall): CallState {
  const begun = mergeCall(before, { event: "call_started", call: { ...call, status: null } });
  if (before.transcript !== null) return begun;
  return { ...begun, transcriptTurns: furthestTurns(before.transcriptTurns, call.turns) };
}

function rankOf({ status, analysis }: CallState): number {
  if (analysis) return RANK.call_analyzed;
  return isOver(status) ? RANK.call_ended : RANK.call_started;
}

function toState(event: LifecycleEvent, call: ProviderCall): Partial<CallState> {
  const { agentVersion, fromNumber, toNumber, startedAt, analysis } = call;
  const begun = { agentVersion, fromNumber, toNumber, ...(startedAt && { startedAt }) };
  if (event === "call_started") return { ...begun, status: call.status ?? "ongoing", lastEventAt: startedAt };
  const analysed = event === "call_analyzed" ? { isVoicemail: false, ...analysis } : null;
  return {
    ...begun,
    ...ending(call),
    summary: analysis?.summary ?? null,
    sentiment: analysis?.sentiment ?? "unknown",
    isSuccessful: analysis?.isSuccessful ?? null,
    extractedData: analysis?.extracted ?? {},
    analysis: analysed,
  };
}

/** What is known once a call is over; a call that has ended but does not say how has ended. */
function ending(call: ProviderCall): Partial<CallState> {
  const { endedAt, durationSec, disconnectionReason, transcript, recordingUrl, providerCost, latencyMs } = call;
  return {
    status: call.status && isOver(call.status) ? call.status : "ended",
    lastEventAt: latest(call.startedAt, endedAt),
    transcript: transcript || null,
    transcriptTurns: call.turns?.length ? call.turns : null,
    ...{ endedAt, durationSec, disconnectionReason, recordingUrl, providerCost, latencyMs },
  };
}

/** Never back: what is over stays over; of two ends the one that says more. */
function statusOf(before: CallStatus, news: CallStatus): CallStatus {
  const weight = (status: CallStatus) => ["registered", "ongoing", "ended", "not_connected", "error"].indexOf(status);
  return weight(news) > weight(before) ? news : before;
}

const earliest = (a: Date, b: Date | undefined): Date => (b && b < a ? b : a);

function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
