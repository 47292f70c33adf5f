import type { KnownCaller } from "@/server/customers/schema";
import { nameSimilarity } from "@/server/speech/rules/name-similarity";
import { understandName } from "@/server/speech/rules/understand-name";

const ALIKE = 0.8;

/** Which of those who share a number says this name; null when none does, or more than one may. */
export function callerByName(callers: readonly KnownCaller[], said: string | undefined): KnownCaller | null {
  if (!said) return null;
  const { firstName = "", lastName = "" } = understandName(said);
  const spoken = [firstName, lastName].filter(Boolean).join(" ") || said;
  const scored = callers
    .map((caller) => ({ caller, score: likeness(caller, spoken) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && (!second || best.score - second.score >= 0.05) ? best.caller : null;
}

/** By the whole name, or by the first or the last one alone where only one was said. */
function likeness({ firstName, lastName }: KnownCaller, spoken: string): number {
  const whole = nameSimilarity(spoken, `${firstName} ${lastName}`);
  if (/\s/.test(spoken.trim())) return whole;
  return Math.max(whole, nameSimilarity(spoken, lastName), nameSimilarity(spoken, firstName));
}
