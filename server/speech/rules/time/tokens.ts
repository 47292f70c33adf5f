import { fold } from "../fold";

export type TokenKind = "word" | "number" | "ordinal" | "clock" | "dotted" | "date" | "slashed" | "iso" | "mark";

export interface Token {
  kind: TokenKind;
  /** Folded text: no capitals, no umlauts. */
  text: string;
  /** The numbers in it, in the order written. */
  values: readonly number[];
}

/** First pattern that fits wins, so the longer notations stand first. */
const PATTERNS: [TokenKind, string][] = [
  ["iso", "\\d{4}-\\d{2}-\\d{2}(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?"],
  ["date", "\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?\\d{4}(?!\\d)|\\d{2}(?![\\d:]))?"],
  ["slashed", "\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?"],
  ["clock", "\\d{1,2}(?::\\d{2}(?::\\d{2})?|h\\d{2}|h)(?!(?!uhr|[ap]m)\\p{L}|\\d)"],
  ["dotted", "\\d{1,2}\\.\\d{1,2}(?!\\d)"],
  ["ordinal", "\\d{1,2}(?:\\.(?!\\d)|(?:st|nd|rd|th|te[rn]?)(?!\\p{L}))"],
  ["number", "\\d+"],
  ["word", "\\p{L}+(?:'\\p{L}+)?"],
  ["mark", "[-–—,;.?!:/]"],
];
const SCANNER = new RegExp(PATTERNS.map(([kind, source]) => `(?<${kind}>${source})`).join("|"), "gu");

export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of fold(text).matchAll(SCANNER)) {
    const kind = PATTERNS.find(([name]) => match.groups?.[name] !== undefined)?.[0] ?? "mark";
    tokens.push({ kind, text: match[0], values: (match[0].match(/\d+/g) ?? []).map(Number) });
  }
  return tokens;
}

/** A word made up by a language while it takes compounds apart ("dienstagabend" is two). */
export function wordToken(text: string): Token {
  return { kind: "word", text, values: [] };
}

export const textsOf = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => text);
