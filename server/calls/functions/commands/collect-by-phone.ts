import type { TransactionContext } from "@/server/core/context";
import { toLocal } from "@/server/core/time";
import { understandName } from "@/server/speech/rules/understand-name";
import { understandPhone } from "@/server/speech/rules/understand-phone";
import { needsInput, ok } from "../rules/answers";
import { chooseBranch } from "../rules/choose-branch";
import { exampleServices } from "../rules/choose-service";
import { type ChosenServices, chooseServices } from "../rules/choose-services";
import { chooseStaff } from "../rules/choose-staff";
import { callerName, callerOf, type PhoneBranch } from "../rules/phone";
import { exactStart, readWish } from "../rules/read-wish";
import type { Voice } from "../rules/say/voice";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

/** What is known for an appointment so far, what is missing, and what to ask next. It changes nothing. */
export async function collectByPhone(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const branch = chooseBranch(call.phone, call.args);
  if ("ask" in branch) return needsInput(branch.ask, { missing: ["branch"], resolved: {} });
  const voice = call.voiceAt(branch.found);
  const known = [
    ...whatAndWhom(call, branch.found),
    ...when(call, { branch: branch.found, now: tx.now.getTime() }),
    ...who(call),
  ];
  const open = known.filter(({ question }) => question !== null);
  const missing = open.map(({ field }) => field);
  const resolved = Object.assign({}, ...known.map(({ value }) => value)) as Record<string, unknown>;
  const [next] = open;
  if (next?.question) return needsInput(next.question, { missing, resolved });
  const spoken = { service: String(resolved.service_name), when: String(resolved.when) };
  return ok(voice.say.readyToBook(spoken), { missing: [], resolved, question: null });
}

/** One thing to know: what it is, or the question that would tell. */
interface Piece {
  field: string;
  value: Record<string, unknown>;
  question: string | null;
}

function whatAndWhom(call: FunctionCall, { id: branchId }: PhoneBranch): Piece[] {
  const { phone, args, voice } = call;
  const services = chooseServices({ phone, args, voice, branchId });
  const staff = chooseStaff({ phone, args, voice, branchId });
  const isFound = "found" in services;
  const question =
    "ask" in services
      ? services.ask
      : isFound
        ? null
        : voice.say.askService(exampleServices(phone, { branchId, voice }));
  const what = isFound ? servicesFound(services.found, voice) : { service: null };
  const whom = "found" in staff ? { staff: staff.found.id, staff_name: staff.found.name } : { staff: null };
  return [
    { field: "service", value: what, question },
    { field: "staff", value: whom, question: "ask" in staff ? staff.ask : null },
  ];
}

function servicesFound(chosen: ChosenServices, voice: Voice) {
  const [first] = chosen;
  return {
    service: first.id,
    service_name: voice.and(chosen.map(({ name }) => name)),
    price_cents: chosen.reduce((sum, { priceCents }) => sum + priceCents, 0),
    ...(chosen.length > 1 && { services: chosen.map(({ id }) => id) }),
  };
}

/** The day, and the time of that day: who names none of them is asked for both at once. */
function when({ phone, args, voice }: FunctionCall, { branch, now }: { branch: PhoneBranch; now: number }): Piece[] {
  const heard = readWish({ phone, args, branch, now });
  if (!heard || heard.wish.ranges.length === 0) {
    const question = heard?.wish.ask ?? voice.say.askTime();
    return [
      { field: "date", value: { date: null }, question },
      { field: "time", value: { time: null }, question },
    ];
  }
  const [first] = heard.wish.ranges;
  const at = exactStart(heard.wish);
  const { date } = toLocal(branch.timezone, first?.from ?? now);
  const time = at === null ? null : toLocal(branch.timezone, at).time;
  const question = time === null ? (heard.wish.ask ?? voice.say.askClock(heard.understood)) : null;
  return [
    { field: "date", value: { date, when: heard.understood }, question: null },
    { field: "time", value: { time }, question },
  ];
}

function who({ phone, args, voice }: FunctionCall): Piece[] {
  const caller = callerOf(phone);
  const said = args.customer_name ?? args.name;
  const { firstName, lastName } = said ? understandName(said) : {};
  const name = [firstName, lastName].filter(Boolean).join(" ") || said || (caller && callerName(caller)) || null;
  const { country } = phone.company;
  const saidNumber = args.customer_phone ?? args.phone_number ?? "";
  const spoken = understandPhone(saidNumber, { country, language: phone.language });
  const number = "e164" in spoken ? spoken.e164 : phone.number;
  const again = saidNumber && "ask" in spoken ? spoken.ask : voice.say.askPhone();
  return [
    { field: "customer_name", value: { customer_name: name }, question: name ? null : voice.say.askName() },
    { field: "customer_phone", value: { customer_phone: number }, question: number ? null : again },
  ];
}
