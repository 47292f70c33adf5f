import { forgetHeardWords } from "@/server/appointments/commands/forget-heard-words";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { forgetInvocationWords } from "../repository/consent";
import { forgetRecordings, forgetWords, listCallsWithWords } from "../repository/outlived";
import { audioKeptSince, wordsKeptSince } from "../rules/retention";

/** Forgotten in one transaction. */
const BATCH = 100;

// Not audited: it changes no decision of anybody, and says nothing but how much it was.
/**
 * What was recorded of a company's calls is heard for thirty days, what was said stands for ninety; then neither our own rows tell
 * it, nor the questions of the agent, nor the appointments that came of it. Safe to run twice, and after half of it.
 */
export async function applyRetention(ctx: CompanyContext): Promise<{ recordings: number; conversations: number }> {
  const now = ctx.now.getTime();
  const recordings = await transact(ctx, (tx) => forgetRecordings(tx, audioKeptSince(now)));
  let conversations = 0;
  for (let forgotten = BATCH; forgotten === BATCH; conversations += forgotten)
    forgotten = await forgetOldest(ctx, wordsKeptSince(now));
  return { recordings, conversations };
}

async function forgetOldest(ctx: CompanyContext, endedBefore: Date): Promise<number> {
  return transact(ctx, async (tx) => {
    const calls = await listCallsWithWords(tx, { endedBefore, most: BATCH });
    for (const { id: callId } of calls) {
      await forgetInvocationWords(tx, callId);
      await forgetHeardWords(tx, { callId });
      await forgetWords(tx, { callId, at: tx.now });
    }
    return calls.length;
  });
}
