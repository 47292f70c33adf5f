import type { CallAnalysis } from "../retell/call-object";
import type { Answer, Conversation } from "./conversation";

/** What the caller of a scenario wants and who it is; everything has a value that fits the demo data. */
export interface CallerValues {
  service: string;
  wish: string;
  customer_name?: string;
  /** Said aloud when the number is hidden. */
  customer_phone: string;
  birthdate: string;
  reason: string;
  [other: string]: unknown;
}

export const DEFAULT_VALUES: CallerValues = {
  service: "Damenhaarschnitt",
  wish: "nächsten Donnerstag Nachmittag",
  customer_phone: "0171 5550123",
  birthdate: "14. März 1985",
  reason: "Mir ist leider etwas dazwischengekommen",
};

export type Outcome = Pick<CallAnalysis, "call_summary" | "user_sentiment" | "call_successful">;
export type Scenario = (talk: Conversation, values: CallerValues) => Promise<Outcome>;

export interface Offer {
  slot_id: string;
  starts_at?: string;
  date?: string;
  time?: string;
  staff_id?: string;
}

/** The product's sentence, or what an agent says when a function gave it nothing to say. */
export function sayOf(answer: Answer): string {
  if (typeof answer.say === "string" && answer.say) return answer.say;
  return "Entschuldigung, da habe ich gerade keine Auskunft bekommen. Ich lasse Sie gern zurückrufen.";
}

export function offersOf(answer: Answer): Offer[] {
  const others = [answer.slots, answer.next_available_slots].flatMap((list) => (Array.isArray(list) ? list : []));
  return [answer.slot, ...others].filter((slot): slot is Offer => typeof (slot as Offer | null)?.slot_id === "string");
}

export async function greet(talk: Conversation): Promise<void> {
  const name = talk.call.retell_llm_dynamic_variables?.company_name;
  const from = name ? ` von ${name}` : "";
  await talk.agent(`Guten Tag, Sie sprechen mit dem digitalen Assistenten${from}. Was kann ich für Sie tun?`);
}

export async function identify(talk: Conversation): Promise<Answer> {
  const number = talk.call.from_number;
  return talk.ask("check-customer", number === "anonymous" ? {} : { phone_number: number });
}

export async function sayGoodbye(talk: Conversation): Promise<void> {
  await talk.user("Vielen Dank, auf Wiederhören!");
  await talk.agent("Sehr gern. Auf Wiederhören!");
}

export function outcome(call_summary: string, call_successful: boolean): Outcome {
  return { call_summary, call_successful, user_sentiment: call_successful ? "Positive" : "Neutral" };
}

/** Answers whatever the product still wants to know before it acts: a code, a date of birth, a plain yes. */
export async function askUntilSettled(
  talk: Conversation,
  request: { name: string; args: Answer; values: CallerValues },
): Promise<Answer> {
  const args = { ...request.args };
  let answer = await talk.ask(request.name, { ...args });
  for (let round = 0; round < 4; round += 1) {
    const reply = await replyTo(talk, { answer, args, values: request.values });
    if (!reply) return answer;
    await talk.agent(sayOf(answer));
    await talk.user(reply.words);
    Object.assign(args, reply.args);
    answer = await talk.ask(request.name, { ...args });
  }
  return answer;
}

async function replyTo(
  talk: Conversation,
  { answer, args, values }: { answer: Answer; args: Answer; values: CallerValues },
) {
  const needs = Array.isArray(answer.needs) ? answer.needs : [];
  if (needs.includes("code") && !args.code) {
    const code = await talk.codeFromSms();
    return code ? { words: `Moment, die SMS ist da. Der Code ist ${[...code].join(" ")}.`, args: { code } } : null;
  }
  if (needs.includes("birthdate") && !args.birthdate) {
    return { words: `Ich bin am ${values.birthdate} geboren.`, args: { birthdate: values.birthdate } };
  }
  if (answer.needs_confirmation === true && !args.confirm)
    return { words: "Ja, bitte machen Sie das so.", args: { confirm: true } };
  return null;
}
