import type { CallDetails } from "@/server/calls/schema";

type Turn = CallDetails["turns"][number];
export type Invocation = CallDetails["invocations"][number];

/** One entry of the conversation as it went: somebody spoke, or the agent looked something up. */
export type ConversationEntry =
  | { kind: "said"; key: string; at: number | null; index: number; turn: Turn }
  | { kind: "done"; key: string; at: number; invocation: Invocation };

/** Puts what the agent did between the words, where it did it. Words without a time stay in their order. */
export function weaveConversation({
  turns,
  invocations,
  startedAt,
}: Pick<CallDetails, "turns" | "invocations" | "startedAt">): ConversationEntry[] {
  const begin = new Date(startedAt).getTime();
  const waiting = invocations
    .map((invocation) => {
      const asked = new Date(invocation.occurredAt).getTime() - invocation.durationMs;
      const at = Math.max(0, (asked - begin) / 1000);
      return { kind: "done" as const, key: invocation.id, at, invocation };
    })
    .sort((a, b) => a.at - b.at);
  const entries: ConversationEntry[] = [];
  for (const [index, turn] of turns.entries()) {
    while (turn.start !== null && waiting[0] && waiting[0].at <= turn.start) entries.push(...waiting.splice(0, 1));
    entries.push({ kind: "said", key: `turn-${index}`, at: turn.start, index, turn });
  }
  return [...entries, ...waiting];
}
