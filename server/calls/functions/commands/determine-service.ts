import type { TransactionContext } from "@/server/core/context";
import { matchService } from "@/server/speech/rules/match-service";
import { needsInput, ok } from "../rules/answers";
import { chooseBranch } from "../rules/choose-branch";
import { exampleServices, spokenOf } from "../rules/choose-service";
import { type ChosenServices, chooseServices } from "../rules/choose-services";
import { type Phone, servicesAt } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

const MOST = 5;

/** Which services the caller's words may mean, the likeliest first; what stays open comes with the question that settles it. */
export async function determineService(_tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const { phone, args } = call;
  const branch = chooseBranch(phone, args);
  if ("ask" in branch) return needsInput(branch.ask, { candidates: [], missing: ["branch"] });
  const branchId = branch.found.id;
  const voice = call.voiceAt(branch.found);
  const text = args.text ?? args.service ?? args.services?.join(", ");
  const asked = { phone, args: { ...args, service: text }, branchId, voice };
  const chosen = chooseServices(asked);
  if ("missing" in chosen)
    return needsInput(voice.say.askService(exampleServices(phone, asked)), { candidates: [], missing: ["text"] });
  const isFound = "found" in chosen;
  const candidates = candidatesOf(phone, { branchId, text: text ?? "", chosen: isFound ? chosen.found : [] });
  if (!isFound) return needsInput(chosen.ask, { candidates, missing: ["service"] });
  const { found } = chosen;
  const spoken = voice.say.serviceFound({
    service: voice.and(found.map(({ name }) => name)),
    price: voice.money(sumOf(found, "priceCents")),
    duration: voice.duration(sumOf(found, "durationMinutes")),
  });
  const services = found.map(({ id, name }) => ({ service_id: id, name }));
  return ok(spoken, { candidates, services, next_function: "check-availability" });
}

const sumOf = (services: ChosenServices, field: "priceCents" | "durationMinutes"): number =>
  services.reduce((sum, service) => sum + service[field], 0);

interface Heard {
  branchId: string;
  text: string;
  chosen: readonly { id: string }[];
}

/** What was settled on comes first, however the words alone would rank it. */
function candidatesOf(phone: Phone, { branchId, text, chosen }: Heard) {
  const services = servicesAt(phone, branchId);
  const sure = chosen.map(({ id }) => ({ serviceId: id, confidence: 1 }));
  const others = matchService(text, services.map(spokenOf)).filter(({ serviceId }) => {
    return !chosen.some(({ id }) => id === serviceId);
  });
  return [...sure, ...others].slice(0, MOST).map(({ serviceId, confidence }) => {
    return { service_id: serviceId, name: services.find(({ id }) => id === serviceId)?.name ?? "", confidence };
  });
}
