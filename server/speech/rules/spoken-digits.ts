import type { DigitWords } from "./contact-language";
import { fold } from "./fold";
import { allLanguages } from "./languages";

const LANGUAGES: readonly DigitWords[] = allLanguages().map(({ contacts }) => contacts.digits);
const isIn = (pick: (words: DigitWords) => ReadonlySet<string>, word: string | undefined): boolean =>
  word !== undefined && LANGUAGES.some((words) => pick(words).has(word));

const LONGEST_UNIT = 9;
/** Said between a digit and how often it is meant: "dreimal die fünf". */
const ARTICLES: ReadonlySet<string> = new Set(["die", "der", "the"]);

interface Digits {
  digits: string;
  next: number;
}

/** Digits as they are said or written, in order: "null eins sieben sechs", "doppel drei", "siebenundzwanzig", "plus vier neun". */
export function spokenDigits(text: string): string {
  const words = fold(text)
    .replace(/\b(doppel)-?(?=[a-z])/g, "$1 ")
    .split(/[^a-z\d+']+/)
    .filter((word) => word !== "");
  let digits = "";
  for (let at = 0; at < words.length; ) {
    const found = digitsAt(words, at);
    const isTime =
      found && (isIn((one) => one.timeBefore, words[at - 1]) || isIn((one) => one.timeAfter, words[found.next]));
    if (found && !isTime) digits += found.digits;
    else if (words[at] === "plus" && digits === "") digits = "+";
    at = found?.next ?? at + 1;
  }
  return digits;
}

/** The digits that begin at a word, and where they end; null when it is none. */
export function digitsAt(words: readonly string[], at: number): Digits | null {
  const word = words[at] ?? "";
  const times = LANGUAGES.map(({ repeats }) => repeats.get(word)).find((many) => many !== undefined);
  if (times === undefined) return writtenAt(word, at) ?? numberAt(words, at);
  const what = ARTICLES.has(words[at + 1] ?? "") ? at + 2 : at + 1;
  const said = writtenAt(words[what] ?? "", what) ?? numberAt(words, what);
  return said && { digits: said.digits.repeat(times), next: said.next };
}

const writtenAt = (word: string, at: number): Digits | null =>
  /^\+?\d+$/.test(word) ? { digits: word, next: at + 1 } : null;

function numberAt(words: readonly string[], at: number): Digits | null {
  // "Ein" is an article as well: a digit only where nothing follows it.
  if (words[at] === "ein" && at + 1 < words.length) return null;
  for (const language of LANGUAGES) {
    const found = numberIn(language, words, at);
    if (found) return found;
  }
  return null;
}

function numberIn(language: DigitWords, words: readonly string[], at: number): Digits | null {
  const { numbers, openTens, between, noughts, compound } = language;
  const word = words[at] ?? "";
  const value = numbers.get(word) ?? compound(word);
  if (value === null) return null;
  const unit = numbers.get(words[at + 1] ?? "");
  if (openTens.has(word) && unit && unit <= LONGEST_UNIT) return { digits: String(value + unit), next: at + 2 };
  const tens = numbers.get(words[at + 2] ?? "") ?? 0;
  const isApart =
    between.has(words[at + 1] ?? "") && value >= 1 && value <= LONGEST_UNIT && tens >= 20 && tens % 10 === 0;
  if (isApart) return { digits: String(value + tens), next: at + 3 };
  const many = noughts.get(words[at + 1] ?? "");
  return many ? { digits: `${value}${"0".repeat(many)}`, next: at + 2 } : { digits: String(value), next: at + 1 };
}
