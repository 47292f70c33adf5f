import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findPassage } from "../repository";
import type { FoundKnowledge, SearchKnowledgeInput } from "../schema";

/** Of what was asked, so much must stand in a passage; less is a guess, and a guess is worse than a callback. */
const SURE = 0.5;

/** What a caller who asks this hears, and where it stands. */
export async function findAnswer(ctx: CompanyContext, input: SearchKnowledgeInput): Promise<FoundKnowledge> {
  const found = await transact(ctx, (tx) => findPassage(tx, input));
  if (!found || found.confidence < SURE) return { answer: null, source: null, confidence: 0 };
  return { answer: found.text, source: found.title, confidence: found.confidence };
}
