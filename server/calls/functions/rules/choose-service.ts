import { matchService, type SpokenService } from "@/server/speech/rules/match-service";
import type { FunctionArgs } from "../schema";
import { type Choice, decide } from "./choice";
import { type Phone, type PhoneService, servicesAt } from "./phone";
import type { Voice } from "./say/voice";

const EXAMPLES = 3;

export interface Asked {
  phone: Phone;
  args: FunctionArgs;
  branchId: string;
  voice: Voice;
}

/** The service that is meant, by id or by the caller's words. There is no default: what stays open is asked. */
export function chooseService({ phone, args, branchId, voice }: Asked): Choice<PhoneService> {
  const services = servicesAt(phone, branchId);
  const said = args.service_id ?? args.service ?? spokenTogether(args.services);
  if (!said) return { missing: true };
  const exact = services.find(({ id, name }) => id === said || name.toLowerCase() === said.toLowerCase());
  if (exact) return { found: exact };
  const matches = matchService(said, services.map(spokenOf)).map(({ serviceId, confidence }) => ({
    id: serviceId,
    confidence,
  }));
  const decision = decide(matches);
  const nameOf = (id: string) => services.find((service) => service.id === id)?.name ?? "";
  if (!decision) return { ask: voice.say.unknownService(exampleServices(phone, { branchId, voice })) };
  if ("among" in decision) {
    return { ask: voice.say.whichService(voice.or(decision.among.map(nameOf))) };
  }
  const found = services.find(({ id }) => id === decision.id);
  return found ? { found } : { missing: true };
}

/** Who names all that a service consists of means it too. */
export const spokenOf = ({ id, name, synonyms, segments }: PhoneService): SpokenService => {
  return { id, name, synonyms: segments.length > 1 ? [...synonyms, segments.join(" ")] : synonyms };
};

const spokenTogether = (services: string[] | undefined): string | undefined => services?.join(", ").trim() || undefined;

export function exampleServices(phone: Phone, { branchId, voice }: { branchId: string; voice: Voice }): string {
  return voice.or(
    servicesAt(phone, branchId)
      .slice(0, EXAMPLES)
      .map(({ name }) => name),
  );
}
