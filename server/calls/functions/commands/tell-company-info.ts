import type { TransactionContext } from "@/server/core/context";
import { formatPhone } from "@/server/speech/rules/format-phone";
import { needsInput, ok } from "../rules/answers";
import { chooseBranch } from "../rules/choose-branch";
import { chooseService } from "../rules/choose-service";
import { sayOpeningHours } from "../rules/opening-words";
import { type PhoneBranch, type PhoneService, servicesAt, staffAt } from "../rules/phone";
import type { Voice } from "../rules/say/voice";
import { type Topic, topicOf } from "../rules/topic";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

const NAMED = 5;

/** Answers what callers often ask about the business; the facts go along for whatever else is asked. */
export async function tellCompanyInfo(_tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const branch = chooseBranch(call.phone, call.args);
  if ("ask" in branch) return needsInput(branch.ask, { missing: ["branch"] });
  const voice = call.voiceAt(branch.found);
  const facts = toFacts(call, branch.found);
  const said = [call.args.topic, call.args.service].filter(Boolean).join(" ");
  const topic = topicOf(said);
  const service = namedService(call, { branch: branch.found, said });
  const about = { branch: branch.found, voice, call };
  const answer =
    service && (topic === "price" || topic === null) ? sayPrice(voice, service) : topic && ANSWERS[topic](about);
  if (!answer)
    return needsInput(voice.say.askTopic(call.phone.company.name), { answer: null, facts, missing: ["topic"] });
  return ok(answer, { answer, facts });
}

interface About {
  branch: PhoneBranch;
  voice: Voice;
  call: FunctionCall;
}

const ANSWERS: Record<Topic, (about: About) => string> = {
  hours: ({ branch, voice }) => {
    const hours = sayOpeningHours(branch, voice);
    return hours ? voice.say.openingHours(hours) : voice.say.alwaysClosed();
  },
  address: ({ branch, voice }) => told(voice, addressOf(branch), voice.say.address),
  parking: ({ branch, voice }) => {
    const text = [branch.transportInfo, branch.accessNotes].filter(Boolean).join(" ");
    return text ? voice.say.parking(text) : voice.say.noParking();
  },
  phone: ({ branch, voice, call }) => {
    const number = branch.phone && formatPhone(branch.phone, { country: call.phone.company.country });
    return told(voice, number, voice.say.phone);
  },
  price: ({ branch, voice, call }) => {
    const named = servicesAt(call.phone, branch.id).slice(0, 3);
    const list = named.map(({ name, priceCents }) => `${name} ${voice.money(priceCents)}`).join(", ");
    return told(voice, list, voice.say.prices);
  },
  services: ({ branch, voice, call }) => {
    const names = servicesAt(call.phone, branch.id).map(({ name }) => name);
    return told(voice, voice.and(names.slice(0, NAMED)), voice.say.services);
  },
  staff: ({ branch, voice, call }) => {
    const names = staffAt(call.phone, branch.id).map(({ name }) => name);
    return told(voice, voice.and(names), voice.say.staff);
  },
};

/** What the business has not written down nobody makes up: somebody calls back who knows. */
const told = ({ say }: Voice, fact: string | null, sentence: (fact: string) => string): string =>
  fact ? sentence(fact) : say.notKnown();

function sayPrice(voice: Voice, { name, priceCents, durationMinutes }: PhoneService): string {
  return voice.say.price({ service: name, price: voice.money(priceCents), duration: voice.duration(durationMinutes) });
}

function namedService({ phone, args, voice }: FunctionCall, { branch, said }: { branch: PhoneBranch; said: string }) {
  const choice = chooseService({ phone, args: { ...args, service: said }, voice, branchId: branch.id });
  return "found" in choice ? choice.found : null;
}

const addressOf = ({ street, postalCode, city }: PhoneBranch): string | null =>
  [street, [postalCode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ") || null;

function toFacts({ phone, voice }: FunctionCall, branch: PhoneBranch): Record<string, unknown> {
  return {
    company_name: phone.company.name,
    branch_name: branch.name,
    address: addressOf(branch),
    phone: branch.phone,
    parking: branch.transportInfo,
    access: branch.accessNotes,
    opening_hours: sayOpeningHours(branch, voice),
    services: servicesAt(phone, branch.id).map(({ id, name, priceCents, durationMinutes }) => {
      return { service_id: id, name, price_cents: priceCents, duration_minutes: durationMinutes };
    }),
    staff: staffAt(phone, branch.id).map(({ id, name }) => ({ staff_id: id, name })),
    branches: phone.branches.map(({ id, name }) => ({ branch_id: id, name })),
  };
}
