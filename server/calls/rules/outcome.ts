import type { CallOutcome } from "../schema";
import type { TranscriptTurn } from "./provider-call";

/** What the call left behind in our own rows; the provider's opinion is not among it. */
export interface CallFacts {
  booked: number;
  rescheduled: number;
  cancelled: number;
  callbacks: number;
  /** The functions that were answered well. */
  answered: readonly string[];
  isVoicemail: boolean;
  disconnectionReason: string | null;
  turns: readonly TranscriptTurn[];
  durationSec: number | null;
}

const INFORMING: readonly string[] = ["company-info", "check-availability", "find-appointments", "search-knowledge"];
const SPAM: readonly string[] = ["marked_as_spam", "scam_detected"];
const TRANSFER = /^(call_transfer|transfer_bridged|call_take_over)$/;
const NEVER_TALKED =
  /^(dial_|invalid_destination|telephony_|sip_|concurrency_|no_concurrency|registered_call_timeout|user_declined|error_user_not_joined|error_no_audio)/;

/** How a call ended, said only from what happened: "unknown" rather than a guess. */
export function deriveOutcome(facts: CallFacts): CallOutcome {
  const reason = facts.disconnectionReason ?? "";
  if (facts.booked > 0) return "booked";
  if (facts.rescheduled > 0) return "rescheduled";
  if (facts.cancelled > 0) return "cancelled";
  if (TRANSFER.test(reason)) return "transferred";
  if (facts.callbacks > 0) return "callback";
  if (SPAM.includes(reason)) return "spam";
  if (facts.isVoicemail || reason === "voicemail_reached") return "voicemail";
  if (NEVER_TALKED.test(reason) || hasSaidNothing(facts)) return "abandoned";
  return facts.answered.some((name) => INFORMING.includes(name)) ? "info" : "unknown";
}

function hasSaidNothing({ turns, durationSec, answered }: CallFacts): boolean {
  if (answered.length > 0 || turns.some(({ role, text }) => role === "user" && text.trim())) return false;
  return turns.length > 0 || (durationSec !== null && durationSec < 10);
}
