/** Two minutes of talk. Nobody says more to one question, and somebody waits while it is read. */
export const MOST_SAID = 2_000;
const MOST_OF_A_LIST = 200;

/**
 * Of each argument so much as somebody can have said: the beginning, where the wish stands, and the end, where a long speech
 * comes to the point. Functions work with it and it is stored; a cry for help is listened for in all that came.
 */
export function mostSaid(args: Record<string, unknown>): Record<string, unknown> {
  return cutIn(args) as Record<string, unknown>;
}

function cutIn(said: unknown): unknown {
  if (typeof said === "string") return cut(said);
  if (Array.isArray(said)) return said.slice(0, MOST_OF_A_LIST).map(cutIn);
  if (typeof said !== "object" || said === null) return said;
  const fields = Object.entries(said).slice(0, MOST_OF_A_LIST);
  return Object.fromEntries(fields.map(([field, value]) => [field, cutIn(value)]));
}

const cut = (text: string): string =>
  text.length <= MOST_SAID ? text : `${text.slice(0, MOST_SAID / 2)} … ${text.slice(-MOST_SAID / 2)}`;
