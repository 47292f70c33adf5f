import type { TransactionContext } from "@/server/core/context";
import { ok } from "../rules/answers";
import { identityLevel } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import { confirmIdentity } from "./confirm-identity";
import type { FunctionCall } from "./function-call";

/** Begins to make sure who is calling: sends a code, or asks for the date of birth where the company wants it so. */
export async function sendCode(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const asked = await confirmIdentity(tx, { ...call, args: { ...call.args, code: undefined, birthdate: undefined } });
  if ("caller" in asked) {
    const level = identityLevel(call.phone);
    const { say } = call.voice;
    return ok(level >= 2 ? say.identityProved() : say.proofNotNeeded(), { identity_level: level });
  }
  const { answer } = asked;
  const isSent = answer.status === "needs_input" && Array.isArray(answer.needs) && answer.needs.includes("code");
  return isSent ? { ...answer, status: "ok", next_function: "verify-code" } : answer;
}
