import type { SpeechLanguage } from "@/server/speech/schema";
import { AGENT_WORDS } from "../rules/agent-words";
import { type Intent, intentOf, isNo, isYes, ordinalOf } from "../rules/intent";
import type { Answer, StagedCall } from "./staged-call";

/** Into which argument the caller's words go that answer a question for it. */
const ARGUMENT: Record<string, string> = {
  ...{ service: "service", staff: "staff", branch: "branch", date: "wish", time: "wish", text: "text" },
  ...{
    name: "customer_name",
    customer_name: "customer_name",
    phone: "customer_phone",
    customer_phone: "customer_phone",
  },
  ...{ phone_number: "phone_number", code: "code", birthdate: "birthdate", appointment_id: "wish" },
};
/** Of what was heard in free speech, the details that an appointment is asked for with. */
const DETAILS = { service: "service", staff: "staff", name: "customer_name", phone: "customer_phone" };
const FUNCTION_OF = { cancel: "cancel-appointment", own: "find-appointments" } as const;

const CALLBACK = "request-callback";

type Args = Record<string, unknown>;
type Offer = { slot_id: string };

interface Question {
  name: string;
  args: Args;
  /** Which argument is still to be said; null when a yes is waited for. */
  wants: string | null;
}

/**
 * The simplest agent that can hold a conversation: one word tells what the caller wants, questions are those of our functions,
 * and it says what they say. It is no model: what it can't do is no proof that a model can't.
 */
export class ScriptedAgent {
  #details: Args = {};
  #offers: Offer[] = [];
  #moves = false;
  #question: Question | null = null;

  constructor(
    private readonly talk: StagedCall,
    private readonly language: SpeechLanguage,
  ) {}

  hear(words: string): Promise<void> {
    if (this.#question) return this.#answered(this.#question, words);
    const intent = intentOf(words);
    if (this.#offers.length > 0 && (intent === null || intent === "book")) return this.#choose(words);
    return this.#begin(intent ?? "book", words);
  }

  #begin(intent: Intent, words: string): Promise<void> {
    this.#moves = intent === "move" || (this.#moves && intent === "book");
    if (intent === "callback") return this.#ask({ name: "request-callback", args: { reason: words }, wants: null });
    if (intent === "question") return this.#ask({ name: "company-info", args: { topic: words }, wants: null });
    if (intent === "move") return this.#ask({ name: "reschedule-appointment", args: { wish: words }, wants: null });
    if (intent === "book") return this.#look(words);
    return this.#ask({ name: FUNCTION_OF[intent], args: intent === "cancel" ? { reason: words } : {}, wants: null });
  }

  /** What was said of an appointment so far, and whether something is free then. */
  async #look(words: string): Promise<void> {
    const heard = await this.talk.ask("extract-appointment-details", { text: words });
    for (const [field, name] of Object.entries(DETAILS)) {
      const { value } = (heard[field] ?? {}) as { value?: unknown };
      if (typeof value === "string" && value) this.#details[name] = value;
    }
    const said = (field: string) => Boolean(((heard[field] ?? {}) as { value?: unknown }).value);
    if (said("date") || said("time")) this.#details.wish = words;
    const { service, staff, wish } = this.#details;
    const args = { ...(service ? { service } : {}), ...(staff ? { staff } : {}), ...(wish ? { wish } : {}) };
    await this.#ask({ name: wish ? "check-availability" : "collect-appointment", args, wants: null });
  }

  async #choose(words: string): Promise<void> {
    const chosen = this.#offers[ordinalOf(words) ?? 0];
    if (isNo(words) && words.length < 20) {
      this.#offers = [];
      return this.talk.agent(AGENT_WORDS[this.language].otherTime(""));
    }
    if (!chosen || !(isYes(words) || ordinalOf(words) !== null)) return this.#look(words);
    const { customer_name, customer_phone } = this.#details;
    const who = { ...(customer_name ? { customer_name } : {}), ...(customer_phone ? { customer_phone } : {}) };
    this.#offers = [];
    const name = this.#moves ? "reschedule-appointment" : "book-appointment";
    return this.#ask({ name, args: { slot_id: chosen.slot_id, ...(this.#moves ? {} : who) }, wants: null });
  }

  async #answered({ name, args, wants }: Question, words: string): Promise<void> {
    this.#question = null;
    if (wants === null && isNo(words)) return this.talk.agent(AGENT_WORDS[this.language].leftAsIs(""));
    if (wants === null && !isYes(words)) return this.hear(words);
    const said: Args = { ...args, ...(wants === null ? { confirm: true } : { [wants]: words }) };
    if (name === "collect-appointment" || name === "check-availability") Object.assign(this.#details, said);
    const isLooking = name === "collect-appointment" && Boolean(said.wish && said.service);
    return this.#ask({ name: isLooking ? "check-availability" : name, args: said, wants: null });
  }

  async #ask({ name, args }: Question): Promise<void> {
    const answer = await this.talk.ask(name, args);
    await this.talk.agent(typeof answer.say === "string" ? answer.say : "…");
    const offers = offersOf(answer);
    if (offers.length > 0) this.#offers = offers;
    const [need] = [answer.needs, answer.missing].flatMap((list) => (Array.isArray(list) ? list : []));
    if (answer.needs_confirmation === true) this.#question = { name, args, wants: null };
    else if (answer.status === "needs_input" && typeof need === "string")
      this.#question = { name, args, wants: ARGUMENT[need] ?? need };
    // "Soll Sie jemand zurückrufen?", and whatever else ends with a person.
    else if (answer.next_function === CALLBACK) this.#question = { name: CALLBACK, args: {}, wants: null };
  }
}

function offersOf(answer: Answer): Offer[] {
  if (answer.status !== "ok" && answer.status !== "unavailable" && answer.status !== "conflict") return [];
  const all = [answer.slot, answer.slots, answer.next_available_slots].flat();
  return all.filter((each): each is Offer => typeof (each as Offer | null)?.slot_id === "string");
}
