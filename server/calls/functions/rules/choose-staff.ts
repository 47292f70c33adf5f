import { matchByName } from "@/server/speech/rules/match-name";
import type { FunctionArgs } from "../schema";
import { type Choice, decide } from "./choice";
import { type Phone, type PhoneStaff, staffAt } from "./phone";
import type { Voice } from "./say/voice";

const ANYBODY =
  /\b(egal|gleich|irgend\w*|beliebig\w*|wer (gerade )?frei|jede[rm]?|niemand bestimmte\w*|any(one|body)?|whoever|no preference)\b/i;
const NAMED = 4;

interface Asked {
  phone: Phone;
  args: FunctionArgs;
  branchId: string;
  voice: Voice;
}

/** The person who is wanted, by id or name; anybody when none is. */
export function chooseStaff({ phone, args, branchId, voice }: Asked): Choice<PhoneStaff> {
  const said = args.staff_id ?? args.staff;
  const staff = staffAt(phone, branchId);
  if (!said || ANYBODY.test(said)) return { missing: true };
  const exact = staff.find(({ id }) => id === said);
  if (exact) return { found: exact };
  const decision = decide(matchByName(said, staff));
  if (!decision) return { ask: voice.say.unknownStaff(voice.or(staff.slice(0, NAMED).map(({ name }) => name))) };
  const nameOf = (id: string) => staff.find((person) => person.id === id)?.name ?? "";
  if ("among" in decision) return { ask: voice.say.whichStaff(voice.or(decision.among.map(nameOf))) };
  const found = staff.find(({ id }) => id === decision.id);
  return found ? { found } : { missing: true };
}
