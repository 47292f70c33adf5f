import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { loadFacts } from "../commands/load-facts";
import type { MessagePreviews, PreviewDecisionInput } from "../schema";
import { previewsOf } from "./previews-of";

/** What somebody who asked for time off would read if it were decided so now. */
export async function previewDecision(
  ctx: CompanyContext,
  { exceptionId, isApproved, note }: PreviewDecisionInput,
): Promise<MessagePreviews> {
  return transact(ctx, async (tx) => {
    const facts = await loadFacts(tx, { data: { exceptionId } });
    if (!facts.absence) throw notFound("exception");
    const absence = { ...facts.absence, decisionNote: note || null };
    return previewsOf(tx, { event: isApproved ? "absence_approved" : "absence_refused", facts: { ...facts, absence } });
  });
}
