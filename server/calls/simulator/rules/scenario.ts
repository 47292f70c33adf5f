import type { Kept } from "./played";
import type { Arrangement } from "./salon";

/**
 * A turn of the conversation. `$check.slot.slot_id` stands for a value of an earlier answer, `{{check.say}}` puts one into a
 * sentence; answers are known by `as`.
 */
export type ScriptStep =
  | { agent: string }
  | { user: string }
  | { function: string; arguments: Record<string, unknown>; as?: string | undefined };

/** What a conversation is there to prove, beside that nobody on the line meets silence. */
export type Proof = "booking" | "policy" | "person" | "hostile" | "info";

/** An appointment as the caller meant it; what was not said may be anything. */
export interface WantedAppointment {
  service: string;
  /** By the clock on the salon's wall: "2026-12-03 14:00". */
  at: string;
  staff?: string;
  customer?: string;
  phone?: string;
  email?: string;
  notes?: string;
}

export interface Expected {
  /** What stands when the call is over, and was not there before. Nothing, unless it is said. */
  booked?: WantedAppointment[];
  /** What became of the appointment that was there: its status, and its time where that has changed. */
  existing?: { status: "confirmed" | "cancelled"; at?: string; feeCents?: number };
  /** Somebody is to call back; `urgent` at once. */
  callback?: "normal" | "urgent" | "any";
  outcome?: string;
  /** What of the conversation is left once it is over, by what the caller said to its being stored. */
  kept?: Kept;
  /** What the last answer of each of these functions said of itself. */
  statuses?: Record<string, string>;
  /** What some answer must contain. */
  said?: string[];
  /** What no answer may contain. */
  unsaid?: string[];
}

/** A conversation written down, with what must stand in the database once it is over. */
export interface Scenario {
  name: string;
  proves: Proof;
  /** Anna's telephone, unless it is said; null: the number is hidden. */
  from?: string | null;
  language?: "de" | "en";
  verification?: "code" | "birthdate" | "none";
  /** What is there before the telephone rings. */
  arrange?: Arrangement;
  script: ScriptStep[];
  expects: Expected;
}

type Args = Record<string, unknown>;

export const talk = (...steps: (ScriptStep | ScriptStep[])[]): ScriptStep[] => steps.flat();
export const says = (user: string): ScriptStep => ({ user });

/** The agent asks a function and says what it is told to say; later steps know the answer by `as` (`$check.slot.slot_id`). */
export const asks = (name: string, args: Args = {}, as = name.split("-")[0] ?? name): ScriptStep[] => [
  { function: name, arguments: args, as },
  { agent: `{{${as}.say}}` },
];

/** What nearly every booking is: the caller's words, the first time that is offered, taken. */
export const asksAndBooks = (wish: Args, booking: Args = {}): ScriptStep[] =>
  talk(asks("check-availability", wish), says("Ja, gern."), books(booking));

export const books = (booking: Args = {}): ScriptStep[] =>
  asks("book-appointment", { slot_id: "$check.slot.slot_id", ...booking });
