import type { TransactionContext } from "@/server/core/context";
import type { KnownCaller } from "@/server/customers/schema";
import { writeCall } from "../../repository/calls";
import { needsInput, notAllowed } from "../rules/answers";
import { callerByName } from "../rules/caller-by-name";
import { callerOf, type Phone } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

/** So many names may be tried in a call: whoever shares the number knows the right one. */
const MOST_MISSES = 5;

export const mayName = ({ callers, call }: Phone): boolean => callers.length > 1 && call.nameMisses < MOST_MISSES;

/** Whom a name stands for among those who have the number; nobody any more once too many were tried. */
export const namedAmong = ({ callers, call }: Phone, said: string | undefined): KnownCaller | null =>
  call.nameMisses < MOST_MISSES ? callerByName(callers, said) : null;

/**
 * The request, and which of those who share a number it is from, where a name beside it says so: nobody has to be identified
 * first by a function of its own. A name that none of them has counts as tried.
 */
export async function recogniseByName(tx: TransactionContext, call: FunctionCall): Promise<FunctionCall> {
  const { phone, args } = call;
  const said = args.name ?? args.customer_name;
  if (!said || callerOf(phone) || !mayName(phone)) return call;
  const caller = namedAmong(phone, said);
  const known = caller
    ? { customerId: caller.id, identityLevel: 1 }
    : { nameMisses: phone.call.nameMisses + 1, customerId: null };
  await writeCall(tx, phone.call.id, known);
  return { ...call, phone: { ...phone, call: { ...phone.call, ...known } } };
}

/** Nobody knows who is calling: whoever shares a number is asked for the name, to anybody else a person rings back. */
export function whoIsCalling({ phone, voice }: FunctionCall, data: Record<string, unknown> = {}): FunctionAnswer {
  const about = { ...data, identity_level: 0 };
  return mayName(phone)
    ? needsInput(voice.say.whichCaller(), { ...about, missing: ["name"] })
    : notAllowed(voice.say.whoAreYou(), about);
}
