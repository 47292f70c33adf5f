import { matchService } from "@/server/speech/rules/match-service";
import { namesRefusal, withoutRefused } from "@/server/speech/rules/without-refused";
import type { Choice } from "./choice";
import { decide } from "./choice";
import { type Asked, chooseService, exampleServices, spokenOf } from "./choose-service";
import { type PhoneService, servicesAt } from "./phone";

export type ChosenServices = [PhoneService, ...PhoneService[]];

const BETWEEN = /[,;+&/]|\b(?:und|and|plus|sowie|dann|danach|anschlie(?:ß|ss)end|then|mit|with)\b/iu;
const SURE = 0.995;
/** As many as anybody wants in one visit. */
const MOST = 8;

/**
 * What the caller wants done in one visit: one service that is all of it, if the business has such a one, else each that was
 * named, in the order in which they were said.
 */
export function chooseServices(wish: Asked): Choice<ChosenServices> {
  const asked = wantedOnly(wish);
  const chosen = chosenOf(asked);
  const [lacking] = "found" in chosen ? chosen.found.filter((service) => isRefusedOf(service, wish, asked)) : [];
  return lacking ? whichOf(lacking, asked) : chosen;
}

/** "Den Wohlfühltag, aber ohne Pediküre": of what consists of several, one that was refused. */
function isRefusedOf({ segments }: PhoneService, wish: Asked, asked: Asked): boolean {
  const [said, wanted] = [wish.args.service, asked.args.service];
  if (!said || said === wanted || segments.length < 2) return false;
  const parts = segments.map((name) => ({ id: name, name, synonyms: [] }));
  const isIn = (text = "") => new Set(matchService(text, parts).map(({ serviceId }) => serviceId));
  const kept = isIn(wanted);
  return [...isIn(said)].some((part) => !kept.has(part));
}

const whichOf = ({ name, segments }: PhoneService, { voice }: Asked): Choice<ChosenServices> => ({
  ask: voice.say.whichService(voice.or([name, ...segments])),
});

function chosenOf(asked: Asked): Choice<ChosenServices> {
  const { phone, args, branchId } = asked;
  const services = servicesAt(phone, branchId);
  const said = args.service_id ? [] : togetherAsNamed(wordsOf(args.services ?? [args.service ?? ""]), services);
  if (said.length < 2) return only(chooseService(asked));
  const parts = said.map((words) => ({ words, matches: matchesOf(words, services) }));
  const named = parts.filter(({ matches }) => matches.length > 0);
  if (args.services && named.length < parts.length) return { ask: unknown(asked) };
  const chosen = named.map(({ words }) => chooseService({ ...asked, args: { service: words } as typeof args }));
  const found = chosen.flatMap((choice) => ("found" in choice ? [choice.found] : []));
  // "Die Haare schneiden, also einen Kinderschnitt": what is named in one part settles what the other left open.
  const isSettled = (nr: number) =>
    named[nr]?.matches.some(({ serviceId }) => found.some(({ id }) => id === serviceId)) ?? false;
  const [question] = chosen.flatMap((choice, nr) => ("ask" in choice && !isSettled(nr) ? [choice] : []));
  if (question) return question;
  const [first, ...others] = found.filter(({ id }, nr) => found.findIndex((one) => one.id === id) === nr);
  return first ? { found: [first, ...others.slice(0, MOST - 1)] } : only(chooseService(asked));
}

/** "Keine Farbe, nur Föhnen", unless the business has a service that is called so. */
function wantedOnly(asked: Asked): Asked {
  const { service } = asked.args;
  if (!service) return asked;
  const wanted = withoutRefused(service);
  if (wanted === service) return asked;
  const offered = servicesAt(asked.phone, asked.branchId).flatMap(({ name, synonyms }) => [name, ...synonyms]);
  return offered.some(namesRefusal) ? asked : { ...asked, args: { ...asked.args, service: wanted } };
}

const wordsOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(BETWEEN))
    .flatMap((words) => words.trim() || [])
    .slice(0, 2 * MOST);

/** What stands between two services may also stand in the name of one ("Waschen & Föhnen"): the longest name that was said. */
function togetherAsNamed(words: readonly string[], services: readonly PhoneService[]): string[] {
  const named: string[] = [];
  for (let at = 0; at < words.length; ) {
    const ends = words.map((_, end) => end + 1).filter((end) => end > at + 1);
    const end = ends.findLast((last) => isAllInOne(words.slice(at, last).join(", "), services)) ?? at + 1;
    named.push(words.slice(at, end).join(", "));
    at = end;
  }
  return named;
}

const matchesOf = (words: string, services: readonly PhoneService[]) => matchService(words, services.map(spokenOf));

/** "Waschen, Schneiden, Föhnen" is the name of one, or the parts that it consists of. */
function isAllInOne(said: string, services: readonly PhoneService[]): boolean {
  const matches = matchesOf(said, services);
  const decision = decide(matches.map(({ serviceId, confidence }) => ({ id: serviceId, confidence })));
  return decision !== null && "id" in decision && (matches[0]?.confidence ?? 0) >= SURE;
}

const only = (choice: Choice<PhoneService>): Choice<ChosenServices> =>
  "found" in choice ? { found: [choice.found] } : choice;

const unknown = ({ phone, branchId, voice }: Asked): string =>
  voice.say.unknownService(exampleServices(phone, { branchId, voice }));
