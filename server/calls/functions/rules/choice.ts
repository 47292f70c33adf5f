/** What became of something that was said: found, not said at all, or a question that would settle it. */
export type Choice<T> = { found: T } | { missing: true } | { ask: string };

interface Match {
  id: string;
  confidence: number;
}

/** Clear enough to act on without asking. */
const CLEAR = 0.7;
/** The best must stand out from the next by this much. */
const LEAD = 0.1;

export type Decision = { id: string } | { among: string[] } | null;

/** One of the matches (best first), those between which it stays open, or nothing. */
export function decide(matches: readonly Match[]): Decision {
  const [best] = matches;
  if (!best) return null;
  const rivals = matches.filter(({ confidence }) => best.confidence - confidence < LEAD);
  if (rivals.length === 1 && best.confidence >= CLEAR) return { id: best.id };
  const exact = rivals.filter(({ confidence }) => confidence >= 0.995);
  if (exact.length === 1 && exact[0]) return { id: exact[0].id };
  return { among: rivals.slice(0, 3).map(({ id }) => id) };
}
