import { toWire } from "../rules/answers";
import { sentencesOf } from "../rules/say/voice";

/** What the agent says, and what it does next, when it has asked more often in a call than anybody needs to. */
export function excuseLimit(): Record<string, unknown> {
  return toWire({ status: "error", next_function: "request-callback", say: sentencesOf("de").tooFast() });
}
