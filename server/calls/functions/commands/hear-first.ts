import type { TransactionContext } from "@/server/core/context";
import { asksForHuman, asksToSpeakWithHuman, detectEmergency } from "@/server/speech/rules/guards";
import { notAllowed } from "../rules/answers";
import { allWords, statementsIn, wishesIn, withoutServiceNames } from "../rules/spoken-words";
import type { FunctionAnswer, FunctionName } from "../schema";
import { transferTarget } from "./find-transfer-target";
import type { FunctionCall } from "./function-call";
import { promiseUrgentCallback } from "./promise-callback";

interface Heard {
  name: FunctionName;
  call: FunctionCall;
  /** The arguments as they came. */
  said: Record<string, unknown>;
}

/** They are the way to a person themselves. */
const TO_A_PERSON: readonly FunctionName[] = ["request-callback", "transfer-target"];

/** What comes before whatever was asked for: help in an emergency, and a person for who wants one. Null when neither is heard. */
export async function hearFirst(tx: TransactionContext, { name, call, said }: Heard): Promise<FunctionAnswer | null> {
  const { phone, voice } = call;
  const emergency = allWords(said).map((text) => detectEmergency(withoutServiceNames(text, phone)));
  const [first] = emergency.filter((found) => found !== null);
  if (first) return answerEmergency(tx, { name, call, kind: first.kind });
  if (TO_A_PERSON.includes(name) || !wantsPerson(call)) return null;
  const transfer = await transferTarget(tx, phone.branch);
  const data = { reason: "asked_for_a_person", transfer };
  return notAllowed(voice.say.human(transfer.number !== null), data);
}

function wantsPerson({ args, phone }: FunctionCall): boolean {
  const plain = (text: string) => withoutServiceNames(text, phone);
  return wishesIn(args).map(plain).some(asksForHuman) || statementsIn(args).map(plain).some(asksToSpeakWithHuman);
}

/** The emergency number first; whoever asks to be called back in an emergency is called back before all others. */
async function answerEmergency(
  tx: TransactionContext,
  { name, call, kind }: { name: FunctionName; call: FunctionCall; kind: string },
): Promise<FunctionAnswer> {
  const { say } = call.voice;
  const about = { reason: "emergency", emergency: kind, transfer: await transferTarget(tx, call.phone.branch) };
  if (name !== "request-callback") return notAllowed(say.emergency(), about);
  const promised = await promiseUrgentCallback(tx, call);
  const further = promised.status === "ok" ? say.emergencyCallback(String(promised.promised)) : promised.say;
  return { ...promised, ...about, say: `${say.emergency()} ${further}` };
}
