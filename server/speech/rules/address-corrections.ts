import { allLanguages } from "./languages";
import { soundsLike } from "./name-similarity";
import { digitsAt } from "./spoken-digits";
import { DOT, isDot, isSymbol } from "./spoken-sign";

const LANGUAGES = allLanguages().map(({ contacts }) => contacts.email);
const anyOf = (pick: (words: (typeof LANGUAGES)[number]) => readonly string[]): string =>
  LANGUAGES.flatMap(pick)
    .toSorted((a, b) => b.length - a.length)
    .join("|");
const CORRECTIONS = anyOf(({ corrections }) => corrections);
/** Takes something back only where another ending or domain follows: "Punkt de, Moment, doch Punkt com". */
const PAUSES = anyOf(({ pauses }) => pauses);
const POLITE = new RegExp(`^(?:(?:${anyOf(({ polite }) => polite)})(?:\\s+|$))*$`);
const IN_LOCAL = new RegExp(
  String.raw`^(.+?)\s+(?:(?:${PAUSES})\s+)*(?:${CORRECTIONS})(?:\s+(?:${CORRECTIONS}|${PAUSES}))*(?:\s+(.*))?$`,
);
const BEHIND = new RegExp(String.raw`^(?:(?:${CORRECTIONS}|${PAUSES})(?:\s+|$))+`);
const SOFT_BEHIND = new RegExp(String.raw`^(?:(?:${PAUSES})(?:\s+|$))+`);
/** Endings of two parts, replaced together. */
const ENDING = new RegExp(String.raw`\s+(?:${DOT})\s+(?:(?:co|ac|or|gv|org)\s+(?:${DOT})\s+)?\S+$`);

/** "Rosi 73, nee, 74", "Peter Punkt, nein, Peter Unterstrich Voss": what was meant; null where it stays open which piece was taken back. */
export function correctedLocal(local: string): string | null {
  const [, before, after = ""] = IN_LOCAL.exec(local) ?? [];
  if (before === undefined) return local;
  const rest = correctedLocal(after);
  const first = correctedLocal(before);
  if (!rest || !first) return null;
  const [was, is] = [first.split(" "), rest.split(" ")];
  const again = was.indexOf(is[0] ?? "");
  if (again === 0 && was[0] !== undefined) return rest;
  if (again > 0 && !isSymbol(is[0] ?? "") && was.length - again <= is.length)
    return [...was.slice(0, again), ...is].join(" ");
  // "Lena Strich Pohl, nein, Unterstrich Pohl".
  const sign = was.findLastIndex(isSymbol);
  if (isSymbol(is[0] ?? "") && sign > 0)
    return was.slice(sign + 1).join(" ") === is.slice(1).join(" ") ? [...was.slice(0, sign), ...is].join(" ") : null;
  const digits = correctedDigits(was, is);
  if (digits !== undefined) return digits;
  const shape = (words: readonly string[]) => words.map((word) => (isSymbol(word) ? word : "x")).join(" ");
  if (was.length === 1 || shape(was) === shape(is)) return rest;
  const [last = "", other = ""] = [was.at(-1), is[0]];
  return is.length === 1 && isAlike(last, other) ? [...was.slice(0, -1), other].join(" ") : null;
}

/** Digits give way to as many others. */
function correctedDigits(was: readonly string[], is: readonly string[]): string | null | undefined {
  const said = allDigits(is);
  if (said === null) return undefined;
  const from = was.findIndex((_, at) => allDigits(was.slice(at)) !== null);
  if (from < 0) return null;
  return allDigits(was.slice(from))?.length === said.length ? [...was.slice(0, from), ...is].join(" ") : null;
}

function allDigits(words: readonly string[]): string | null {
  let digits = "";
  for (let at = 0; at < words.length; ) {
    const read = /^[a-z]$/.test(words[at] ?? "") ? null : digitsAt(words, at);
    if (!read) return null;
    digits += read.digits;
    at = read.next;
  }
  return digits || null;
}

const ALIKE = 0.6;
const isAlike = (one: string, other: string): boolean => one.length > 1 && soundsLike(one, other, { atLeast: ALIKE });

/**
 * What follows a whole domain: thanks, or something that takes a piece of it back. The domain that is meant; null where it
 * stays open, as behind a second one.
 */
export function correctedDomain(domain: string, tail: string): string | null {
  const behind = tail.replace(BEHIND, "").split(" ").filter(Boolean);
  const isTaken = behind.join(" ") !== tail;
  const dot = behind.findIndex((word, at) => isDot(word) || (at > 0 && /[a-z0-9]\.[a-z]{2,}$/.test(word)));
  if (!isTaken) {
    if (dot < 0) return isSymbol(behind[0] ?? "") ? null : domain;
    return endOf(behind, dot).join(" ") === domain ? domain : null;
  }
  if (POLITE.test(behind.join(" "))) return domain;
  const isSoft = tail.replace(SOFT_BEHIND, "") === behind.join(" ");
  const other = behind[0] === "@" ? behind.slice(1) : behind;
  // "At Gmail Punkt com, nein, at gmx": the ending of the new one was not said.
  if (dot < 0) return isSoft && behind[0] !== "@" ? domain : null;
  if (isDot(other[0])) {
    const ending = endOf(other, 0);
    return other.length > ending.length && !isRest(other.slice(ending.length))
      ? null
      : `${domain.replace(ENDING, "")} ${ending.join(" ")}`;
  }
  const whole = endOf(other, other.length - behind.length + dot);
  const isWhole = whole.length <= MOST_OF_DOMAIN && isRest(other.slice(whole.length));
  return isWhole && whole.filter(isSymbol).length >= domain.split(" ").filter(isSymbol).length ? whole.join(" ") : null;
}

const MOST_OF_DOMAIN = 6;
const isRest = (words: readonly string[]): boolean => POLITE.test(words.join(" "));

/** The words until the ending behind a dot, with whatever other dots follow. */
function endOf(words: readonly string[], dot: number): string[] {
  let end = /[a-z0-9]\.[a-z]{2,}$/.test(words[dot] ?? "") ? dot + 1 : dot + 2;
  while (isDot(words[end])) end += 2;
  return words.slice(0, end);
}
