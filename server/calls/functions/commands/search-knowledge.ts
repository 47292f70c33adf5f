import type { TransactionContext } from "@/server/core/context";
import { findAnswer } from "../../knowledge/queries/find-answer";
import { needsInput, ok } from "../rules/answers";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

const NOT_KNOWN = { answer: null, source: null, confidence: 0 };

/** Answers from what the company has written down, and says where it stands; or that it does not know. */
export async function searchKnowledge(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const { args, phone, voice } = call;
  const question = args.question ?? args.topic ?? args.text;
  if (!question) return needsInput(voice.say.askQuestion(), { ...NOT_KNOWN, missing: ["question"] });
  const found = await findAnswer(tx, { question, language: phone.language });
  if (found.answer === null) {
    const none = { ...NOT_KNOWN, reason: "not_known", next_function: "request-callback" };
    return { status: "unavailable", ...none, say: voice.say.notKnown() };
  }
  return ok(found.answer, { ...found });
}
