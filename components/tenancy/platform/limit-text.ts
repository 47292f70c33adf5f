/** Written for "as many as you like". */
export const NO_LIMIT = "∞";
const NO_LIMIT_WORDS: readonly string[] = [NO_LIMIT, "-", "–"];

export function limitText(limit: number | null | undefined): string {
  if (limit === undefined) return "";
  return limit === null ? NO_LIMIT : String(limit);
}

/** `undefined`: the default holds. What is no number stays one that the server refuses. */
export function readLimit(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  if (NO_LIMIT_WORDS.includes(text)) return null;
  return /^\d[\d.\s]*$/.test(text) ? Number(text.replace(/[.\s]/g, "")) : -1;
}
