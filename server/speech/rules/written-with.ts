import { DOTS, type Hint } from "./spelling-hints";

/** Ways to write one sound, of which a caller names the one that is theirs; the longest first. */
const SOUNDS: readonly (readonly string[])[] = [
  ["ei", "ai", "ey", "ay"],
  ["y", "i", "ie"],
  ["dt", "tt", "th", "d", "t"],
  ["ff", "ph", "f", "v"],
  ["ch", "k", "c"],
  ["ck", "kk", "k", "c"],
  ["tz", "zz", "z"],
  ["ß", "ss"],
  ["s", "z"],
  ["j", "y"],
  ...["n", "m", "l", "p", "r", "b", "g", "s", "a", "e", "o"].map((letter) => [letter + letter, letter]),
];
const WITH_DOTS: Record<string, string> = { a: "ä", o: "ö", u: "ü" };
const WITHOUT_DOTS: Record<string, string> = { ä: "a", ö: "o", ü: "u" };
const DOTTED: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue" };
/** What is heard for a dotted letter, and the other way round: "Becker mit ä", "Bäcker mit e". */
const HEARD_FOR: Record<string, string> = { ä: "e", e: "ä", ö: "o", ü: "u" };
const LAST_SYLLABLE = /e(?:[rln]|r[nst])?$/;

/** A name as it was heard, with the letters that its owner named; where it stays open which are meant, as it was heard. */
export const writtenWith = (name: string, hints: readonly Hint[]): string => hints.reduce(withHint, name);

function withHint(name: string, { letters, isDouble, isSingle, isAtEnd, isLeftOut }: Hint): string {
  if (letters === DOTS) return withDots(name, isLeftOut ? WITHOUT_DOTS : WITH_DOTS);
  if (isAtEnd && !isDouble && !isLeftOut) return withEnd(name, letters);
  if (isAtEnd && isDouble && !isLeftOut) return withDoubleEnd(name, letters);
  const doubled = isDouble ? letters.repeat(2) : letters;
  if (isLeftOut) return replaceOnly(name, doubled, isDouble ? letters : "") ?? name;
  if (isSingle && letters.length === 1)
    return replaceOnly(name, letters.repeat(2), letters) ?? withLetters(name, letters);
  return withLetters(name, doubled);
}

/** "Kühn ohne Pünktchen": of its only vowel that may have them. */
function withDots(name: string, ways: Record<string, string>): string {
  const [vowel, other] = Object.keys(ways).filter((one) => name.toLocaleLowerCase("de").includes(one));
  return vowel && !other ? (replaceOnly(name, vowel, ways[vowel] ?? "") ?? name) : name;
}

/** "Petersen mit o n am Ende", "Schulz mit e am Ende", "Kraus mit scharfem S hinten". */
function withEnd(name: string, letters: string): string {
  const heard = name.toLocaleLowerCase("de");
  if (heard.endsWith(letters)) return name;
  const ways = SOUNDS.filter((sound) => sound.includes(letters)).flat();
  const way = [...ways, ...(letters === "ß" ? ["s"] : [])].find((one) => heard.endsWith(one));
  if (way) return name.slice(0, -way.length) + letters;
  if (letters.length > 1) return name.slice(0, -letters.length) + letters;
  const isVowelBehind = /[aeiou]/.test(letters) && /[^aeiou]$/.test(name);
  // "Sara with an h at the end".
  const isSilent = letters === "h" && /[aeiou]$/.test(name);
  return isVowelBehind || isSilent ? name + letters : name;
}

/** "Philip mit zwei p am Ende". */
function withDoubleEnd(name: string, letters: string): string {
  const [heard, doubled] = [name.toLocaleLowerCase("de"), letters.repeat(2)];
  if (heard.endsWith(doubled)) return name;
  return heard.endsWith(letters) ? name + letters : withEnd(name, doubled);
}

function withLetters(name: string, letters: string): string {
  const heard = name.toLocaleLowerCase("de");
  const other = HEARD_FOR[letters];
  if (heard.includes(letters) && !(letters === "e" && heard.includes("ä"))) return name;
  const [dotted] = Object.entries(DOTTED).find(([, plain]) => plain === letters) ?? [];
  if (dotted) return replaceOnly(name, dotted, letters) ?? name;
  const plain = DOTTED[letters];
  const found = plain && replaceOnly(name, plain, letters);
  if (found) return found;
  if (other && heard.includes(other)) return replaceStressed(name, other, letters);
  // "Clark with an e".
  if (letters === "e") return /[aeiou][^aeiou]+$/.test(heard) ? `${name}e` : name;
  if (letters === "h") return withSilentH(name, heard);
  const ways = SOUNDS.filter((sound) => sound.includes(letters)).flat();
  const way = ways.find((one) => heard.includes(one));
  // "Bach mit k" may be anything, and so may be "Jasmin mit y".
  const isOpen = (way === "ch" && !heard.startsWith(way)) || (letters === "y" && /j.*i|i.*j/.test(heard));
  if (isOpen) return name;
  return (way && replaceOnly(name, way, letters)) ?? name;
}

/** "Becker mit ä": its last syllable is never the one that is meant. */
function replaceStressed(name: string, what: string, by: string): string {
  const end = LAST_SYLLABLE.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - end.length);
  const written = replaceOnly(stem, what, by);
  return written ? written + end : name;
}

/** "Günter mit h", "Jan mit h": behind its only t, else between its only vowel and what sounds on. */
function withSilentH(name: string, heard: string): string {
  if (heard.includes("t")) return replaceOnly(name, "t", "th") ?? name;
  const vowels = heard.match(/[aeiouäöü]/g) ?? [];
  return vowels.length === 1 ? name.replace(/([aeiouäöü])(?=[lmnr])/iu, "$1h") : name;
}

/** Null where it is not there, or more than once. */
function replaceOnly(name: string, what: string, by: string): string | null {
  const heard = name.toLocaleLowerCase("de");
  const at = heard.indexOf(what);
  if (at < 0 || heard.indexOf(what, at + 1) >= 0) return null;
  const isCapital = name.charAt(at) !== heard.charAt(at);
  const written = isCapital ? by.charAt(0).toLocaleUpperCase("de") + by.slice(1) : by;
  return name.slice(0, at) + written + name.slice(at + what.length);
}
