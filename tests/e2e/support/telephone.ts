import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { functionRequest, type PhoneCall } from "../../support/phone-requests";
import type { Demo } from "./demo";

export interface Offer {
  slot_id: string;
  starts_at: string;
  staff_id: string;
  service_id: string;
}

export interface Answer {
  status: string;
  success: boolean;
  appointment_id?: string;
  slot?: Offer | null;
  slots?: Offer[];
  next_available_slots?: Offer[];
}

export const offersOf = ({ slots = [], next_available_slots = [] }: Answer): Offer[] => [
  ...slots,
  ...next_available_slots,
];

/** Calls to a copy's first number, at the level of the agent's functions. */
export function telephoneOf(demo: Demo) {
  const ring = (from: string): PhoneCall => ({ callId: `call_${randomUUID()}`, from, to: demo.phoneNumber });

  /** Null when nobody answered: the connection broke. */
  async function tryAsk(call: PhoneCall, name: string, args: Record<string, unknown>) {
    const { path, headers, body } = await functionRequest(demo.retellApiKey, { name, call, args });
    try {
      const response = await fetch(new URL(path, demo.appUrl), { method: "POST", headers, body });
      return { status: response.status, answer: (await response.json()) as Answer };
    } catch {
      return null;
    }
  }

  async function ask(call: PhoneCall, name: string, args: Record<string, unknown>): Promise<Answer> {
    const heard = await tryAsk(call, name, args);
    if (heard?.status !== 200) throw new Error(`${name} answered ${heard?.status}: ${JSON.stringify(heard?.answer)}`);
    return heard.answer;
  }

  return {
    ring,
    tryAsk,
    ask,
    /** The first time that this call is offered for one of the wishes. */
    async findOffer(call: PhoneCall, wishes: Record<string, unknown>[]): Promise<Offer> {
      for (const wish of wishes) {
        const [offer] = offersOf(await ask(call, "check-availability", wish));
        if (offer) return offer;
      }
      throw new Error(`nothing free for ${JSON.stringify(wishes)}`);
    },
    /** Asks again, as an agent does that got no answer or only an excuse, until there is one. */
    async insist(call: PhoneCall, name: string, args: Record<string, unknown>): Promise<Answer> {
      const deadline = Date.now() + 45_000;
      while (Date.now() < deadline) {
        const heard = await tryAsk(call, name, args);
        if (heard?.status === 200 && heard.answer.status !== "error") return heard.answer;
        await delay(250);
      }
      throw new Error(`${name} got no answer for 45 s`);
    },
  };
}

export type Telephone = ReturnType<typeof telephoneOf>;
