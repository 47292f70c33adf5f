import { allLanguages } from "./languages";

const LANGUAGES = allLanguages().map(({ contacts }) => contacts.email);

/** Each word for a sign, and the sign. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap(({ symbols }) =>
    Object.entries(symbols).flatMap(([sign, words]) =>
      [sign, ...words.split(" ")].map((word): [string, string] => [word, sign]),
    ),
  ),
);

export const isSign = (word: string): boolean => SYMBOLS.get(word) === "@";
export const isSymbol = (word: string): boolean => SYMBOLS.has(word);
export const isDot = (word: string | undefined): boolean => SYMBOLS.get(word ?? "") === ".";
/** The words for it, as the source of a regular expression. */
export const DOT = [...SYMBOLS.keys()]
  .filter(isDot)
  .map((word) => (word === "." ? "\\." : word))
  .join("|");

/** "Work" and "home" are places, and "at the end" is where a letter stands. */
const PLACES = /\bat (?=(?:the (?:end|beginning|start)|home|the moment)\b)/g;

const REACHED = /\b(?:reach|contact|e-?mail|get|find|have) (?:me|us) at\b/g;

/** Words without what parts them, and each word for the sign as the sign; "bei" stands for it where no other word does. */
export function withSign(spoken: string): string {
  const words = spoken
    .replace(PLACES, "on ")
    .replace(REACHED, "it's")
    .replace(/\bat work\b(?=.*(?:\bat\b|@))/g, " ")
    .replace(/\b(?:at|a t)[ -](?:zeichen|sign)\b/g, "at")
    .replace(/(?<=\S)@(?=\S)/g, " @ ")
    .replace(/ d e\b(?=\s*[.!]?\s*(?:danke|bitte)?\s*$)/, " de")
    .replace(/[,;:!?]+/g, " ")
    .replace(/(?<=\S)\.(?=\s|$)/g, " ")
    .replace(/(?<=[a-z0-9])\.(?=[a-z0-9])/g, " punkt ")
    .trim()
    .split(/\s+/);
  const signs = words.map((word, at) => isSign(word) && !isDot(words[at - 1]) && at < words.length - 1);
  const hasSign = signs.includes(true);
  const isWeak = (word: string) => !hasSign && LANGUAGES.some(({ weakAt }) => weakAt.has(word));
  return words.map((word, at) => (signs[at] || isWeak(word) ? "@" : word)).join(" ");
}
