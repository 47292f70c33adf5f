import type { TransactionContext } from "@/server/core/context";
import { createCustomer } from "@/server/customers/commands/create-customer";
import { nameCustomer } from "@/server/customers/commands/name-customer";
import { noteEmail } from "@/server/customers/commands/note-email";
import { findCustomersByNumber } from "@/server/customers/queries/find-customers-by-number";
import type { KnownCaller } from "@/server/customers/schema";
import { spokenDigits } from "@/server/speech/rules/spoken-digits";
import { type SpokenEmail, understandEmail } from "@/server/speech/rules/understand-email";
import { understandName } from "@/server/speech/rules/understand-name";
import { understandPhone } from "@/server/speech/rules/understand-phone";
import { lockNumber, writeCall } from "../../repository/calls";
import { needsInput } from "../rules/answers";
import { callerByName } from "../rules/caller-by-name";
import { callerOf, isNameless } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

/** `isEmailUnclear`: an address was said, and could not be understood. */
export type Chosen = { customerId: string; isEmailUnclear: boolean } | { answer: FunctionAnswer };

/**
 * Whom the appointment is for: the one who rings, somebody else who shares the number, or a new customer. Without a number
 * a name and a spoken number are enough; that number proves nothing, it only says where to reach them.
 */
export async function chooseCustomer(tx: TransactionContext, call: FunctionCall): Promise<Chosen> {
  const { phone, args, voice } = call;
  const said = args.customer_name ?? args.name;
  const caller = callerOf(phone);
  if (caller && (!said || isNameless(caller) || callerByName([caller], said))) {
    if (said && isNameless(caller)) await nameCustomer(tx, { customerId: caller.id, ...nameOf(said) });
    return linked(tx, { call, caller });
  }
  const spoken = readNumber(call);
  // "Für meine Mutter, ihre Nummer ist …": a number that is said belongs to whom the appointment is for.
  const number = "e164" in spoken ? spoken.e164 : isHalfSaid(call) ? null : phone.number;
  const missing = [...(said ? [] : ["customer_name"]), ...(number ? [] : ["customer_phone"])];
  if (!said) {
    const question = phone.callers.length > 1 ? voice.say.whichCaller() : voice.say.askName();
    return { answer: needsInput(question, { missing }) };
  }
  if (!number) return { answer: needsInput("ask" in spoken ? spoken.ask : voice.say.askPhone(), { missing }) };
  await lockNumber(tx, number);
  const same = callerByName(await findCustomersByNumber(tx, { e164: number }), said);
  if (same && number === phone.number) return linked(tx, { call, caller: same });
  if (same) return named(tx, { call, customerId: same.id });
  return createNew(tx, { call, said, number });
}

/** What one of the family has proved says nothing of another one: with the person the level begins anew. */
async function linked(
  tx: TransactionContext,
  { call, caller: { id: customerId } }: { call: FunctionCall; caller: KnownCaller },
): Promise<Chosen> {
  const current = call.phone.call;
  if (current.customerId !== customerId) await writeCall(tx, current.id, { customerId, identityLevel: 1 });
  const email = readEmail(call);
  if (email && "email" in email) await noteEmail(tx, { customerId, email: email.email });
  return { customerId, isEmailUnclear: isUnclear(email) };
}

/** Under a number that is only said anybody may have named them: an address is taken only from whom this call has entered. */
async function named(
  tx: TransactionContext,
  { call, customerId }: { call: FunctionCall; customerId: string },
): Promise<Chosen> {
  const email = readEmail(call);
  const isNewHere = call.phone.call.customerId === customerId;
  if (isNewHere && email && "email" in email) await noteEmail(tx, { customerId, email: email.email });
  return { customerId, isEmailUnclear: isUnclear(email) };
}

/** A number was begun and is not complete; "dieselbe Nummer" has no digits, and means the one that rings. */
function isHalfSaid(call: FunctionCall): boolean {
  const digits = spokenDigits(call.args.customer_phone ?? "");
  return digits.length >= 4 && "ask" in readNumber(call);
}

function readEmail({ phone, args }: FunctionCall): SpokenEmail | null {
  return args.customer_email ? understandEmail(args.customer_email, { language: phone.language }) : null;
}

const isUnclear = (email: SpokenEmail | null): boolean => email !== null && !("email" in email);

interface NewCustomer {
  call: FunctionCall;
  said: string;
  number: string;
}

async function createNew(tx: TransactionContext, { call, said, number }: NewCustomer): Promise<Chosen> {
  const { phone } = call;
  const email = readEmail(call);
  const { customerId } = await createCustomer(tx, {
    ...nameOf(said),
    phone: number,
    email: email && "email" in email ? email.email : null,
    language: phone.language,
    preferredBranchId: phone.branch.id,
  });
  if (!phone.call.customerId && phone.callers.length === 0 && (!phone.number || phone.number === number))
    await writeCall(tx, phone.call.id, { customerId, customerDataCollectedAt: tx.now });
  return { customerId, isEmailUnclear: isUnclear(email) };
}

function nameOf(said: string) {
  const { firstName = "", lastName, salutation, title } = understandName(said);
  return { firstName: firstName.slice(0, 100), lastName: (lastName ?? said).slice(0, 100), salutation, title };
}

function readNumber({ phone, args }: FunctionCall) {
  const said = args.customer_phone ?? args.phone_number ?? "";
  return understandPhone(said, { country: phone.company.country, language: phone.language });
}
