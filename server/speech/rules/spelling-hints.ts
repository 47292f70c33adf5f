import { allLanguages } from "./languages";
import { letterOf } from "./spelling";

/** What a caller says of the letters of a name that was heard: these, twice, only once, at its end, or left out. */
export interface Hint {
  letters: string;
  isDouble: boolean;
  isSingle: boolean;
  isAtEnd: boolean;
  isLeftOut: boolean;
}

const NAMES = allLanguages().map(({ contacts }) => contacts.names);
const LIKE: ReadonlySet<string> = new Set(
  allLanguages().flatMap(({ contacts }) => contacts.spelling.like.map((like) => like.split(" ").at(-1) ?? "")),
);
const setOf = (pick: (words: (typeof NAMES)[number]) => readonly string[]): ReadonlySet<string> =>
  new Set(NAMES.flatMap(pick));
const WITH = setOf(({ spelledWith }) => spelledWith);
const WITHOUT = setOf(({ spelledWithout }) => spelledWithout);
/** Said about a hint, and no part of it: "mit O N am Ende", "mit einem weichen B". */
const BESIDE = setOf(({ besideLetters }) => besideLetters);
const AND: ReadonlySet<string> = new Set(["und", "and"]);
/** "With a K"; in German it is the letter: "mit a i". */
const ARTICLES: ReadonlySet<string> = new Set(["a", "an"]);

const LETTER_WORDS: Record<string, string> = { ypsilon: "y", eszett: "ß", jot: "j", vau: "v", zett: "z" };
/** Stands for the dots of a vowel: "mit Umlaut", "ohne Pünktchen". */
export const DOTS = "¨";
const DOTTED = /^(?:umlaut|umlaute|pünktchen|punkte|tüpfelchen)$/;
const DOUBLE = /^(?:doppel|doppelte[mns]?|zwei|zweimal|double|two)$/;
const TIMES = /^(?:mal|times)$/;
const END = /^(?:ende|hinten|schluss|end)$/;
const SINGLE = /^(?:einem|einfachem|nur|one|single)$/;
/** Two letters that are said in one; other words as short are words. */
const PAIRS: ReadonlySet<string> = new Set(
  "ei ai ey ay ie eu au oi äu dt tt th ff ph ck kk tz zz ss sz ae oe ue ch nn mm ll pp rr bb gg dd ks cs".split(" "),
);
const MOST_LETTERS = 3;

const LONGEST_LETTERS = 2;
/** "Mit Anna" says nothing of letters, though Anna may stand for one. */
export const isNameInstead = (word = ""): boolean =>
  word.length > LONGEST_LETTERS && !(word in LETTER_WORDS) && letterOf(word) !== undefined;

const isLetter = (word: string | undefined): word is string => word !== undefined && /^\p{L}$/u.test(word);

/** The letters named at a word that is "mit" or "ohne", and where they end; null where no letters follow. */
export function hintsAt(words: readonly string[], at: number): { hints: Hint[]; next: number } | null {
  const opening = words[at] ?? "";
  const isLeftOut = WITHOUT.has(opening);
  if (!isLeftOut && !WITH.has(opening)) return null;
  const hints: Hint[] = [];
  let next = at + 1;
  if (opening.startsWith("with") && ARTICLES.has(words[next] ?? "") && isLetter(words[next + 1])) next++;
  while (next < words.length) {
    const read = hintAt(words, next);
    if (!read) break;
    hints.push({ ...read.hint, isLeftOut });
    next = read.next;
    const again = words[next] === opening ? next + 1 : next;
    if (!AND.has(words[again] ?? "") || !hintAt(words, again + 1)) break;
    next = again + 1;
  }
  return hints.length > 0 ? { hints, next } : null;
}

function hintAt(words: readonly string[], at: number): { hint: Omit<Hint, "isLeftOut">; next: number } | null {
  let [letters, next, isDouble, isSingle, isAtEnd] = ["", at, false, false, false];
  for (; next < words.length; next++) {
    const word = words[next] ?? "";
    if (LIKE.has(word) && letters !== "") next++;
    else if (isLetter(word) || PAIRS.has(word)) letters += word;
    else if (LETTER_WORDS[word] ?? letterOf(word)) letters += LETTER_WORDS[word] ?? letterOf(word);
    else if (letters === "" && DOTTED.test(word) && !isLetter(words[next + 1])) letters = DOTS;
    else if (DOUBLE.test(word)) isDouble = true;
    else if (SINGLE.test(word)) isSingle = true;
    else if (!BESIDE.has(word) && !END.test(word) && !(isDouble && TIMES.test(word))) break;
    isAtEnd ||= END.test(word);
  }
  return letters === "" ? null : { hint: { letters, isDouble, isSingle, isAtEnd }, next };
}

/** "Schmidt mit zwei t", "Maier mit e y": the words before the hints, and what they say of the letters; null without one. */
export function spellingHint(text: string): { rest: string; hints: Hint[] } | null {
  const said = text.replace(/scharfe[ms] s(?!\p{L})/giu, "eszett");
  const found = [...said.matchAll(/[\p{L}'’]+/gu)];
  const words = found.map(([word]) => word.toLocaleLowerCase("de"));
  for (const at of words.keys()) {
    const read = at > 0 ? hintsAt(words, at) : null;
    if (read?.next !== words.length) continue;
    const rest = said.slice(0, found[at]?.index).replace(JOINING, "");
    // "Meier mit M A I E R" is spelled from its beginning to its end.
    return { rest, hints: read.hints.filter(({ letters }) => letters.length <= MOST_LETTERS) };
  }
  return null;
}

const JOINING = /[\s,]+(?:(?:und zwar|und|and|also|aber|nur|but|only)\s+)?$/iu;
