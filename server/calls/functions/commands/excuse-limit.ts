import type { AppError } from "@/server/core/errors";
import { speechLanguage } from "@/server/speech/schema";
import { toWire } from "../rules/answers";
import { sentencesOf } from "../rules/say/voice";

/** What the agent says, and what it does next, when it has asked more often in a call than anybody needs to. */
export function excuseLimit({ details }: AppError): Record<string, unknown> {
  const say = sentencesOf(speechLanguage.catch("de").parse(details?.language));
  return toWire({ status: "error", next_function: "request-callback", say: say.tooFast() });
}
