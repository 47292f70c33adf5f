import { randomInt } from "node:crypto";
import type { TransactionContext } from "@/server/core/context";
import { digest, encrypt } from "@/server/core/crypto";
import { env } from "@/server/core/env";
import { publish } from "@/server/core/outbox";
import { takeFromLimit } from "@/server/core/rate-limit";
import { DAY, HOUR, MINUTE } from "@/server/core/time";
import { isLandline } from "@/server/customers/rules";
import type { KnownCaller } from "@/server/customers/schema";
import { spokenDigits } from "@/server/speech/rules/spoken-digits";
import { callVerificationRequested } from "../../events";
import { writeCall } from "../../repository/calls";
import { verificationCodePlace } from "../../rules/verification-code";
import { needsInput, notAllowed } from "../rules/answers";
import { readBirthdate } from "../rules/birthdate";
import { callerOf, identityLevel } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";
import { whoIsCalling } from "./recognise-by-name";

const CODE_LIVES_MS = 10 * MINUTE;
const NEXT_CODE_AFTER_MS = MINUTE;
const TRIES = 5;
const CODES_PER_HOUR = 5;
/** Over all calls: whoever rings again and again, under a number that is not theirs, gets no further. */
const TRIES_PER_DAY = 15;

export type Confirmed = { caller: KnownCaller } | { answer: FunctionAnswer };

/**
 * Makes sure who is calling before something of theirs changes: the number must be theirs, and beyond that a code sent to
 * it, or the date of birth, as the company chose. A landline takes no code: its date of birth is asked for, or a person
 * rings back. Five wrong tries end it for this call, fifteen tries this customer's day.
 */
export async function confirmIdentity(tx: TransactionContext, call: FunctionCall): Promise<Confirmed> {
  const { phone, args, voice } = call;
  const caller = callerOf(phone);
  if (!caller) return { answer: whoIsCalling(call) };
  if (phone.company.verification === "none" || identityLevel(phone) >= 2) return { caller };
  if (phone.call.verificationTries >= TRIES) return tooOften(call);
  const takesCode = phone.number !== null && !isLandline(phone.number);
  if (caller.birthdate !== null && (phone.company.verification === "birthdate" || !takesCode))
    return args.birthdate ? checkBirthdate(tx, { call, caller }) : ask(call, "birthdate", voice.say.askBirthdate());
  if (!takesCode) return { answer: notAllowed(voice.say.noCodeHere(), { reason: "landline", identity_level: 1 }) };
  return args.code && phone.call.verificationCodeHash
    ? checkCode(tx, { call, caller })
    : sendCode(tx, { call, caller });
}

interface Proof {
  call: FunctionCall;
  caller: KnownCaller;
}

function ask(call: FunctionCall, need: "code" | "birthdate", question: string): Confirmed {
  return { answer: needsInput(question, { needs: [need], identity_level: identityLevel(call.phone) }) };
}

const tooOften = ({ voice }: FunctionCall): Confirmed => ({
  answer: notAllowed(voice.say.triedTooOften(), { reason: "too_many_tries", identity_level: 1 }),
});

async function checkBirthdate(tx: TransactionContext, { call, caller }: Proof): Promise<Confirmed> {
  const said = readBirthdate(call.args.birthdate ?? "", { thisYear: tx.now.getUTCFullYear() });
  // What was not understood is no wrong try.
  if (!said) return ask(call, "birthdate", call.voice.say.birthdateUnclear());
  if (!(await mayTry(tx, caller))) return tooOften(call);
  if (said === caller.birthdate) return proved(tx, { call, caller });
  return wrong(tx, { call, need: "birthdate", question: call.voice.say.wrongBirthdate() });
}

async function checkCode(tx: TransactionContext, { call, caller }: Proof): Promise<Confirmed> {
  const { verificationCodeHash, verificationSentAt } = call.phone.call;
  const isFresh = verificationSentAt !== null && tx.now.getTime() - verificationSentAt.getTime() < CODE_LIVES_MS;
  if (!isFresh) return sendCode(tx, { call, caller });
  const code = spokenDigits(call.args.code ?? "");
  if (!code) return ask(call, "code", call.voice.say.askCode());
  if (!(await mayTry(tx, caller))) return tooOften(call);
  if (hashOf(call, code) === verificationCodeHash) return proved(tx, { call, caller });
  return wrong(tx, { call, need: "code", question: call.voice.say.wrongCode() });
}

const mayTry = (tx: TransactionContext, { id }: KnownCaller): Promise<boolean> =>
  takeFromLimit(tx, { bucket: `proof:${id}`, limit: TRIES_PER_DAY, windowSeconds: DAY / 1000 });

async function proved(tx: TransactionContext, { call, caller }: Proof): Promise<Confirmed> {
  await writeCall(tx, call.phone.call.id, { customerId: caller.id, identityLevel: 2, verificationCodeHash: null });
  return { caller };
}

interface Wrong {
  call: FunctionCall;
  need: "code" | "birthdate";
  question: string;
}

async function wrong(tx: TransactionContext, { call, need, question }: Wrong): Promise<Confirmed> {
  const tries = call.phone.call.verificationTries + 1;
  await writeCall(tx, call.phone.call.id, { verificationTries: tries });
  return tries >= TRIES ? tooOften(call) : ask(call, need, question);
}

/** Not more than one a minute, and five an hour for a customer, however many calls they make. */
async function sendCode(tx: TransactionContext, { call, caller }: Proof): Promise<Confirmed> {
  const { phone, voice } = call;
  const { id: callId, verificationSentAt } = phone.call;
  if (verificationSentAt && tx.now.getTime() - verificationSentAt.getTime() < NEXT_CODE_AFTER_MS)
    return ask(call, "code", voice.say.askCode());
  const limit = { bucket: `code:${caller.id}`, limit: CODES_PER_HOUR, windowSeconds: HOUR / 1000 };
  if (!phone.number || !(await takeFromLimit(tx, limit))) return tooOften(call);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const verificationCodeHash = hashOf(call, code);
  await writeCall(tx, callId, { customerId: caller.id, verificationCodeHash, verificationSentAt: tx.now });
  await publish(tx, callVerificationRequested, {
    callId,
    customerId: caller.id,
    phone: phone.number,
    codeEncrypted: encrypt(code, verificationCodePlace(caller.id)),
    language: phone.language,
  });
  return ask(call, "code", voice.say.codeSent());
}

/** Six digits are quickly tried out: without the secret the hash in the database says nothing. */
const hashOf = ({ phone }: FunctionCall, code: string): string =>
  digest(`${env().AUTH_SECRET}:${phone.call.id}:${code}`);
