import { fold } from "./fold";
import { allLanguages } from "./languages";

const LANGUAGES = allLanguages().map(({ contacts }) => contacts.spelling);

const LETTERS: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap(({ alphabets }) =>
    Object.entries(alphabets).flatMap(([letter, words]) =>
      words.split(" ").map((word): [string, string] => [word, letter]),
    ),
  ),
);

/** Most of the letters' own names are words as well, so they count in a row of three. */
const NAMES: ReadonlyMap<string, string> = new Map(LANGUAGES.flatMap(({ letterNames }) => [...letterNames]));
const LIKE: readonly string[][] = LANGUAGES.flatMap(({ like }) => like.map((words) => words.split(" ")));
const DOUBLED = (word: string): boolean => LANGUAGES.some(({ doubled }) => doubled.has(word));

const UMLAUTS: ReadonlyMap<string, string> = new Map([
  ["ae", "ä"],
  ["oe", "ö"],
  ["ue", "ü"],
]);

/** The name spelled in a text ("S wie Siegfried, C, H …"), or null when fewer than two letters stand in a row. */
export function spelledName(text: string): string | null {
  const words = fold(text)
    .replace(/scharfes s|es-?zett/g, "eszett")
    .replace(/\b(zwei|two) (?:mal|times)\b/g, "zweimal")
    .replace(/\bdouble[ -]u\b/g, "w")
    .split(/[\s,.;]+|-(?=[a-z](?:-|$|\s))/)
    .filter((word) => word !== "");
  let best = "";
  let run: Spelled[] = [];
  for (let i = 0; i <= words.length; ) {
    const found =
      i < words.length
        ? (letterAt(words, i) ?? signAt(words, i, run) ?? joinAt(words, i, run) ?? bridge(words, i, run))
        : null;
    if (!found) {
      const letters = isSpelling(run) ? spelledBy(run) : "";
      if (letters.length > best.length) best = letters;
    }
    run = found ? [...run, found] : [];
    i = found?.next ?? i + 1;
  }
  const written = best.replace(/^[-']+|[-']+$/g, "");
  return written === ""
    ? null
    : written.replace(/^\p{L}|(?<=-|^\p{L}'|^mc)\p{L}/gu, (one) => one.toLocaleUpperCase("de"));
}

/** Signs within a name. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...["bindestrich", "strich", "hyphen", "dash"].map((word): [string, string] => [word, "-"]),
  ...["apostroph", "apostrophe"].map((word): [string, string] => [word, "'"]),
]);
const TWICE: ReadonlySet<string> = new Set(["zwei", "two"]);

/** Words say how letters are to be written, and are none: "Umlaut", "doppel". */
export const countSpellingWords = (words: readonly string[]): number =>
  words.filter((word) => word.toLowerCase() !== "umlaut" && !DOUBLED(word.toLowerCase())).length;

/** Letters and nothing else: "doppel E". */
export function isSpelledOnly(written: readonly string[]): boolean {
  const words = written.map(fold);
  let isPlain = false;
  for (let at = 0; at < words.length; ) {
    const found = letterAt(words, at);
    if (!found) return false;
    isPlain ||= found.isPlain;
    at = found.next;
  }
  return isPlain || words.some(DOUBLED);
}

const SINGLE_LETTERS = /^\p{L}(?:-\p{L})*$/u;
const SHORTEST_RUN = 3;

/** A name without its letters behind it: "Fitzgerald F for Freddie", "Ritter Romeo India Tango". "John F Kennedy" has none. */
export function withoutSpelling(written: readonly string[]): readonly string[] {
  const words = written.map(fold);
  const isSpelled = (at: number): boolean => {
    // By what was said: "ä" is one letter, and two when it is folded.
    const [word = "", next] = written.slice(at);
    if (!SINGLE_LETTERS.test(word)) return at > 0 && isAlphabetOnly(words.slice(at));
    return next === undefined || SINGLE_LETTERS.test(next) || skipLike(words, at + 1) > at + 1;
  };
  const at = words.findIndex((_, i) => isSpelled(i));
  return at < 0 ? written : written.slice(0, at);
}

const isAlphabetOnly = (words: readonly string[]): boolean =>
  words.length >= SHORTEST_RUN && words.every((word) => LETTERS.has(word) || word === "umlaut" || DOUBLED(word));

/** The letter that a word of an alphabet stands for. */
export const letterOf = (word: string): string | undefined => LETTERS.get(fold(word));

const ALPHABET_RUN = 4;

/** Words with the letters in them that were spelled: "m wie martha u s", or four words of an alphabet in a row. */
export function spelledOut(words: readonly string[]): string[] {
  const written: string[] = [];
  for (let i = 0; i < words.length; ) {
    const like = /^[a-z]$/.test(words[i] ?? "") ? skipLike(words, i + 1) : i;
    const run = words.slice(i).findIndex((word) => !LETTERS.has(word));
    const length = run < 0 ? words.length - i : run;
    const named = isBesideLetter(words, i) ? (NAMES.get(words[i] ?? "") ?? LETTERS.get(words[i] ?? "")) : undefined;
    if (like > i + 1) written.push(words[i] ?? "");
    else if (named) written.push(fold(named));
    else if (length >= ALPHABET_RUN)
      written.push(...words.slice(i, i + length).map((word) => fold(LETTERS.get(word) ?? "")));
    else written.push(words[i] ?? "");
    i = like > i + 1 ? like : length >= ALPHABET_RUN ? i + length : i + 1;
  }
  return written;
}

/** "X Ypsilon Zett": the name of a letter beside one, or beside another one's name. */
function isBesideLetter(words: readonly string[], at: number): boolean {
  const isName = (word = "") => word === "ypsilon" || NAMES.has(word);
  const isLetter = (word = "") => /^[a-z]$/.test(word) || isName(word);
  return isName(words[at]) && (isLetter(words[at - 1]) || isLetter(words[at + 1]));
}

interface Spelled {
  letter: string;
  /** The word of an alphabet that stands for it. */
  word?: string;
  next: number;
  /** Said as the letter itself, and not by a word that may be a name. */
  isPlain: boolean;
}

/** "Otto, O T T O": a name that is a word of an alphabet is none of its own letters. */
function spelledBy(run: readonly Spelled[]): string {
  const letters = run.map(({ letter }) => letter);
  const behind = run.findIndex(({ word }, i) => word !== undefined && fold(letters.slice(i + 1).join("")) === word);
  const left = letters.slice(behind + 1);
  const isSaidBehind = left.length > 1 && run.at(-1)?.word === fold(left.slice(0, -1).join(""));
  return left.slice(0, isSaidBehind ? -1 : undefined).join("");
}

/**
 * "Anna Maria Huber" spells nothing: two letters as such, or three words that stand for one; and "Friedrich Wilhelm
 * Kaufmann" is a name, for three letters without a vowel are none.
 */
function isSpelling(run: readonly Spelled[]): boolean {
  const plain = run.filter(({ isPlain }) => isPlain).length;
  const isCalled = run.slice(0, -1).every(({ word = "" }) => isGiven(word));
  const isNamed = run.length === 3 && isCalled && run.every(({ letter }) => !VOWELS.test(letter));
  return plain >= 2 || (run.length >= 3 && !isNamed);
}

const isGiven = (word: string): boolean => allLanguages().some(({ contacts }) => contacts.names.givenNames.has(word));

const VOWELS = /[aeiouyäöü]/;
const JOINS: ReadonlySet<string> = new Set(["dann", "und", "noch", "ein", "then", "and"]);

/** "Ein K, dann R O": between two letters as such. */
function joinAt(words: readonly string[], at: number, run: readonly Spelled[]): Spelled | null {
  const isBetween = run.at(-1)?.isPlain === true && letterAt(words, at + 1)?.isPlain === true;
  return isBetween && JOINS.has(words[at] ?? "") ? { letter: "", next: at + 1, isPlain: false } : null;
}

/** A word of the caller's own between two of an alphabet stands for its first letter. */
function bridge(words: readonly string[], at: number, run: readonly Spelled[]): Spelled | null {
  const word = words[at] ?? "";
  const isBetween = run.length >= 2 && word.length > 3 && letterAt(words, at + 1) !== null;
  return isBetween ? { letter: word.charAt(0), next: at + 1, isPlain: false } : null;
}

/** "M E Y E R Bindestrich L": in the middle of what is spelled. */
function signAt(words: readonly string[], at: number, run: readonly Spelled[]): Spelled | null {
  const sign = SIGNS.get(words[at] ?? "");
  const isBetween = run.length > 0 && letterAt(words, at + 1) !== null;
  return sign && isBetween ? { letter: sign, next: at + 1, isPlain: false } : null;
}

const WITH_DOTS: Record<string, string> = { a: "ä", o: "ö", u: "ü" };

function letterAt(words: readonly string[], at: number): Spelled | null {
  const word = words[at] ?? "";
  if (/^doppel-?[a-z]$/.test(word))
    return { letter: word.slice(-1).repeat(2), next: skipLike(words, at + 1), isPlain: true };
  if (word === "umlaut") {
    const found = letterAt(words, at + 1);
    const dotted = found && WITH_DOTS[found.letter];
    return dotted ? { ...found, letter: dotted } : null;
  }
  const isTwice = TWICE.has(word) && /^[a-z]$/.test(words[at + 1] ?? "");
  if (isTwice || DOUBLED(word)) {
    const found = letterAt(words, at + 1);
    return found && { ...found, letter: found.letter.repeat(2) };
  }
  const single = /^[a-z]$/.test(word) ? word : (UMLAUTS.get(word) ?? null);
  // "V wie Vogel", "M wie Mutter": whatever the word, the letter was said.
  if (single) {
    const dotted = words[at + 1] === "umlaut" ? WITH_DOTS[single] : undefined;
    const next = skipLike(words, dotted ? at + 2 : at + 1);
    return { letter: dotted ?? single, next, isPlain: true };
  }
  // What is left of a single ß.
  if (word === "ss") return { letter: "ß", next: at + 1, isPlain: true };
  const coded = LETTERS.get(word) ?? NAMES.get(word);
  return coded ? { letter: coded, word, next: at + 1, isPlain: false } : null;
}

function skipLike(words: readonly string[], at: number): number {
  const like = LIKE.find((parts) => parts.every((part, i) => words[at + i] === part));
  return like ? at + like.length + 1 : at;
}
