import type { CallConsent } from "./consent";
import type { CallState } from "./merge-call";

/**
 * What may be kept of a call: audio only of those who allowed it, and nothing of the conversation of those who refused. That it
 * was rung, how long and what it cost are no part of it.
 */
export function keepAllowed<State extends CallState>(state: State, consent: CallConsent): State {
  if (consent === "audio") return state;
  if (consent !== "none") return { ...state, recordingUrl: null };
  const analysis = state.analysis && { isVoicemail: state.analysis.isVoicemail === true };
  const nothing = { transcript: null, transcriptTurns: null, recordingUrl: null, summary: null, extractedData: {} };
  return { ...state, ...nothing, analysis };
}

/** Whether there is something to listen to, and whoever is heard agreed to that. */
export function isAudible({ recordingUrl, consent }: { recordingUrl: string | null; consent: CallConsent }): boolean {
  return recordingUrl !== null && consent === "audio";
}
