import type { PlannedAppointment } from "../appointments/planned";
import type { SeedBusiness } from "../business";
import type { CustomerDraft } from "../customers/draft";
import type { Random } from "../random";
import type { Conversation } from "./conversation";
import type { Persona } from "./personas";

export type Outcome =
  | "booked"
  | "rescheduled"
  | "cancelled"
  | "info"
  | "callback"
  | "voicemail"
  | "abandoned"
  | "transferred"
  | "spam"
  | "unknown";

/** What a scene starts from. */
export interface Setting {
  index: number;
  business: SeedBusiness;
  random: Random;
  talk: Conversation;
  persona: Persona;
  startedAt: Date;
  branch: string;
  customer: CustomerDraft | null;
  /** Whether their number was on file before this call. */
  isKnown: boolean;
  fromNumber: string | null;
  /** What the call is about, or what came of it. */
  appointment: PlannedAppointment | null;
}

/** A call before it is told: which scene, when, who and about what. */
export interface CallDraft extends Pick<Setting, "startedAt" | "branch" | "customer" | "appointment"> {
  scene: Scene;
}

/** What is known of a call when it is over. */
export interface CallNotes {
  outcome: Outcome;
  intent: string;
  topics: string[];
  summary: { de: string; en: string };
  sentiment: "positive" | "neutral" | "negative" | "unknown";
  isSuccessful: boolean;
  disconnectionReason: string;
  consent: "audio" | "transcript_only" | "none" | "unasked";
  consentWords: string | null;
  identityLevel: 0 | 1 | 2;
  extracted: Record<string, string>;
}

export interface ToldCall extends Omit<Setting, "random" | "persona">, CallNotes {}

export type Scene = (
  setting: Setting,
) => Partial<CallNotes> & Pick<CallNotes, "outcome" | "intent" | "topics" | "summary" | "isSuccessful">;

export function nameOf(customer: CustomerDraft | null): string {
  return customer ? `${customer.title ? `${customer.title} ` : ""}${customer.firstName} ${customer.lastName}` : "";
}

/** `Frau Huber`, as the agent says it. */
export function addressOf(customer: CustomerDraft | null): string {
  return customer ? `${customer.gender === "woman" ? "Frau" : "Herr"} ${customer.lastName}` : "";
}
