import { type EpochMs, toLocal } from "@/server/core/time";
import { contactIn } from "@/server/speech/rules/contact-in";
import { formatPhone } from "@/server/speech/rules/format-phone";
import { introducedName } from "@/server/speech/rules/introduced-name";
import { matchByName } from "@/server/speech/rules/match-name";
import { matchService } from "@/server/speech/rules/match-service";
import type { FunctionArgs } from "../schema";
import { decide } from "./choice";
import { spokenOf } from "./choose-service";
import { chooseServices } from "./choose-services";
import { type Phone, type PhoneBranch, servicesAt, staffAt } from "./phone";
import { exactStart, readWish } from "./read-wish";
import type { Voice } from "./say/voice";

/** Something that was heard, and how sure it is; what was not said is null with no confidence at all. */
export interface Heard<T = string> {
  value: T | null;
  confidence: number;
  [more: string]: unknown;
}

const NOTHING: Heard<never> = { value: null, confidence: 0 };

interface Listening {
  call: { phone: Phone; args: FunctionArgs; voice: Voice };
  branch: PhoneBranch;
  now: EpochMs;
}

/** All that a text tells of an appointment, and the words to repeat it in. */
export function heardDetails(text: string, listening: Listening) {
  const { phone } = listening.call;
  const { country } = phone.company;
  const { phone: number, email, rest } = contactIn(text, { country, language: phone.language });
  const person = introducedName(rest);
  const name: Heard = person ? { value: person.name, confidence: 0.85 } : NOTHING;
  const said = person ? person.rest : rest;
  const service = heardService(said, listening);
  const staff = heardStaff(said, listening);
  const { date, time, understood } = heardTime(said, listening);
  const fields = {
    ...{ service, date, time, staff, name },
    phone: number ? { value: number, confidence: 0.9 } : NOTHING,
    email: email ? { value: email.email, confidence: email.confidence } : NOTHING,
  };
  const spoken = [service.name, understood, staff.name, name.value, number && formatPhone(number, { country })];
  return { fields, spoken: [...spoken, email?.email].filter((words): words is string => Boolean(words)) };
}

function heardService(text: string, { call, branch }: Listening): Heard {
  const { phone, args, voice } = call;
  const spoken = { ...args, service: text, service_id: undefined, services: undefined };
  const chosen = chooseServices({ phone, args: spoken, voice, branchId: branch.id });
  const matches = matchService(text, servicesAt(phone, branch.id).map(spokenOf));
  if (!("found" in chosen)) return NOTHING;
  const [first] = chosen.found;
  const confidence = matches.find(({ serviceId }) => serviceId === first.id)?.confidence ?? 0.7;
  const ids = chosen.found.map(({ id }) => id);
  return { value: first.id, name: voice.and(chosen.found.map(({ name }) => name)), ids, confidence };
}

function heardStaff(text: string, { call, branch }: Listening): Heard {
  const staff = staffAt(call.phone, branch.id);
  const matches = matchByName(text, staff).filter(({ confidence }) => confidence >= 0.8);
  const decision = decide(matches);
  if (!decision || !("id" in decision)) return NOTHING;
  const confidence = matches.find(({ id }) => id === decision.id)?.confidence ?? 0;
  return { value: decision.id, name: staff.find(({ id }) => id === decision.id)?.name, confidence };
}

/** Unknown words beside the time are no reason for doubt here, a time that stays open is. */
function heardTime(text: string, { call, branch, now }: Listening) {
  const args = { ...call.args, wish: text, date: undefined, time: undefined, starts_at: undefined, slot: undefined };
  const heard = readWish({ phone: call.phone, args, branch, now });
  const [first] = heard?.wish.ranges ?? [];
  if (!heard || !first) return { date: NOTHING, time: NOTHING, understood: null };
  const { confidence, ranges } = heard.wish;
  const at = exactStart(heard.wish);
  const days = new Set(ranges.map(({ from }) => toLocal(branch.timezone, from).date));
  const [date = null] = days.size === 1 ? days : [];
  return {
    date: date ? { value: date, confidence } : NOTHING,
    time: at === null ? NOTHING : { value: toLocal(branch.timezone, at).time, confidence },
    understood: heard.understood,
  };
}
