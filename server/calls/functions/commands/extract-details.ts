import type { TransactionContext } from "@/server/core/context";
import { needsInput, ok } from "../rules/answers";
import { chooseBranch } from "../rules/choose-branch";
import { heardDetails } from "../rules/heard-details";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

/** What a caller's free speech says of an appointment, each with how sure it is; it changes nothing. */
export async function extractDetails(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const branch = chooseBranch(call.phone, call.args);
  if ("ask" in branch) return needsInput(branch.ask, { missing: ["branch"] });
  const voice = call.voiceAt(branch.found);
  const text = call.args.text ?? call.args.wish ?? "";
  const { fields, spoken } = heardDetails(text, { call, branch: branch.found, now: tx.now.getTime() });
  if (spoken.length === 0) return needsInput(voice.say.askDetails(), { ...fields, missing: ["text"] });
  return ok(voice.say.detailsFound(spoken.join(", ")), { ...fields, next_function: "collect-appointment" });
}
