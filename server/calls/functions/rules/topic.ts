import type { Topic } from "@/server/speech/rules/contact-language";
import { fold } from "@/server/speech/rules/fold";
import { allLanguages } from "@/server/speech/rules/languages";

export type { Topic } from "@/server/speech/rules/contact-language";

/** The first that fits: "Wo kann ich parken" is about parking, not about where. */
const IN_TURN: readonly Topic[] = ["hours", "parking", "address", "phone", "price", "staff", "services"];

const PATTERNS: readonly (readonly [Topic, RegExp])[] = IN_TURN.map((topic) => {
  const words = allLanguages().flatMap(({ contacts }) => contacts.topics[topic]);
  return [topic, new RegExp(words.join("|"))] as const;
});

/** What somebody wants to know of the business, whichever language they ask in; null when it is none of these. */
export function topicOf(said: string): Topic | null {
  const spoken = fold(said);
  return PATTERNS.find(([, pattern]) => pattern.test(spoken))?.[0] ?? null;
}
