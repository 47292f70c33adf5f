import type { TransactionContext } from "@/server/core/context";
import { ok } from "../rules/answers";
import { identityLevel } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import { confirmIdentity } from "./confirm-identity";
import type { FunctionCall } from "./function-call";

/** The code that was sent, or the date of birth, says who is calling. */
export async function verifyCode(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const { phone, voice } = call;
  const confirmed = await confirmIdentity(tx, call);
  if ("answer" in confirmed) return confirmed.answer;
  const isProved = phone.company.verification !== "none" || identityLevel(phone) >= 2;
  if (!isProved) return ok(voice.say.proofNotNeeded(), { identity_level: identityLevel(phone) });
  return ok(voice.say.identityProved(), { identity_level: 2 });
}
