import type { Phone, PhoneBranch } from "../rules/phone";
import type { Voice } from "../rules/say/voice";
import type { FunctionArgs } from "../schema";

/** One request of the agent: the line it comes from, what it says, and how to answer. */
export interface FunctionCall {
  phone: Phone;
  args: FunctionArgs;
  /** Answers in the hope that nobody is faster; if somebody was, the whole request is undone and asked again without. */
  isHopeful: boolean;
  /** By the called branch's clock. */
  voice: Voice;
  /** By the clock of another one, or of where an appointment is. */
  voiceAt(place: Pick<PhoneBranch, "timezone">): Voice;
}
