import type { DigitWords } from "./contact-language";
import { fold } from "./fold";
import { allLanguages } from "./languages";

const LANGUAGES: readonly DigitWords[] = allLanguages().map(({ contacts }) => contacts.digits);
const isIn = (pick: (words: DigitWords) => ReadonlySet<string>, word: string | undefined): boolean =>
  word !== undefined && LANGUAGES.some((words) => pick(words).has(word));

const LONGEST_UNIT = 9;
/** Said between a digit and how often it is meant: "dreimal die fünf". */
const ARTICLES: ReadonlySet<string> = new Set(["die", "der", "the"]);

/** "Einsfünf": digits that a recogniser wrote as one word. */
const DIGIT_WORDS = LANGUAGES.flatMap(({ numbers }) => [...numbers])
  .filter(([word, value]) => word.length > 2 && value <= LONGEST_UNIT)
  .map(([word]) => word)
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const GLUED = new RegExp(String.raw`\b(?:${DIGIT_WORDS}){2,}\b`, "g");
const ONE_DIGIT = new RegExp(DIGIT_WORDS, "g");

interface Digits {
  digits: string;
  next: number;
}

/** Digits as they are said or written, in order: "null eins sieben sechs", "doppel drei", "siebenundzwanzig", "plus vier neun". */
export function spokenDigits(text: string): string {
  const words = wordsOf(text);
  let digits = "";
  let timeEnds = -1;
  for (let at = 0; at < words.length; ) {
    const found = digitsAt(words, at);
    const isMoreOfTime = timeEnds === at - 1 && timeEnds > 0 && isIn((one) => one.timeBetween, words[at - 1]);
    const isTime =
      isMoreOfTime ||
      isIn((one) => one.timeBefore, words[at - 1]) ||
      isIn((one) => one.timeAfter, words[found?.next ?? -1]);
    if (found && isTime) timeEnds = found.next;
    else if (found) digits += found.digits;
    else if (words[at] === "plus" && digits === "") digits = "+";
    at = found?.next ?? at + 1;
  }
  return digits;
}

/** "Eins sieben sex vier": a single word between two digits that nobody says there was most likely a third. */
export function hasUnheardDigit(text: string): boolean {
  const words = wordsOf(text);
  let end = -1;
  for (let at = 0; at < words.length; ) {
    const found = digitsAt(words, at);
    if (!found && end === at && digitsAt(words, at + 1) && !BESIDE.has(words[at] ?? "")) return true;
    if (found) end = found.next;
    at = found?.next ?? at + 1;
  }
  return false;
}

const BESIDE: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(
    ({ asides, corrections, articles, timeBefore, timeAfter, timeBetween, times, repeats, noughts }) => [
      ...[asides, corrections, articles, timeBefore, timeAfter, timeBetween, times].flatMap((words) => [...words]),
      ...[...repeats.keys(), ...noughts.keys()],
    ],
  ),
);

const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/\b(doppel)-?(?!te?\b)(?=[a-z])/g, "$1 ")
    .replace(/\bnull(?!en\b)(?=[a-z])/g, "null ")
    // "Zwoundachtzig", "fuffzich": as they are said, and sometimes written.
    .replace(/\bzwound/g, "zweiund")
    .replace(/fuffz/g, "fuenfz")
    .replace(/(zwan|drei|vier|fuenf|sech|sieb|acht|neun)([zs]s?)ich\b/g, "$1$2ig")
    .replace(GLUED, (word) => word.replace(ONE_DIGIT, "$& "))
    .split(/[^a-z\d+']+/)
    .filter((word) => word !== "");

/** The digits that begin at a word, and where they end; null when it is none. */
export function digitsAt(words: readonly string[], at: number): Digits | null {
  const often = repeatsAt(words, at);
  if (!often) return severalAt(words, at) ?? pieceAt(words, at);
  const what = ARTICLES.has(words[often.next] ?? "") ? often.next + 1 : often.next;
  const said = pieceAt(words, what);
  return said && { digits: said.digits.repeat(often.times), next: said.next };
}

const pieceAt = (words: readonly string[], at: number): Digits | null =>
  writtenAt(words[at] ?? "", at) ?? numberAt(words, at);

/** "Doppel", "dreimal", "drei mal". */
function repeatsAt(words: readonly string[], at: number): { times: number; next: number } | null {
  const times = LANGUAGES.map(({ repeats }) => repeats.get(words[at] ?? "")).find((many) => many !== undefined);
  if (times !== undefined) return { times, next: at + 1 };
  const count = isIn((one) => one.times, words[at + 1]) ? Number(pieceAt(words, at)?.digits ?? 0) : 0;
  return count >= 2 && count <= LONGEST_UNIT ? { times: count, next: at + 2 } : null;
}

/** "Zwei vieren". */
function severalAt(words: readonly string[], at: number): Digits | null {
  const digit = LANGUAGES.map(({ severals }) => severals.get(words[at + 1] ?? "")).find((one) => one !== undefined);
  const count = digit === undefined ? 0 : Number(pieceAt(words, at)?.digits ?? 0);
  return count >= 2 && count <= LONGEST_UNIT ? { digits: String(digit).repeat(count), next: at + 2 } : null;
}

const writtenAt = (word: string, at: number): Digits | null =>
  /^\+?\d+$/.test(word) ? { digits: word, next: at + 1 } : null;

function numberAt(words: readonly string[], at: number): Digits | null {
  // An article is a number as well: a digit only where nothing follows it.
  if (isIn((one) => one.articles, words[at]) && at + 1 < words.length) return null;
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
  if (!many) return { digits: String(value), next: at + 1 };
  // "Two thousand and one".
  const more = words[at + 2] === "and" ? numbers.get(words[at + 3] ?? "") : undefined;
  const digits = String(value * 10 ** many + (more ?? 0));
  return { digits, next: more === undefined ? at + 2 : at + 4 };
}
