import { allLanguages } from "./languages";

const WITH = allLanguages()
  .flatMap(({ contacts }) => contacts.names.spelledWith)
  .join("|");
const LETTER_WORDS: Record<string, string> = { ypsilon: "y", eszett: "ß", jot: "j", vau: "v", zett: "z" };
const DOUBLE = /^(?:doppel|zwei|double|two)$/;
const SINGLE = /^(?:einem|einfachem|nur|one|single)$/;

/** Ways to write one sound, of which a caller names the one that is theirs; the longest first. */
const SOUNDS: readonly (readonly string[])[] = [
  ["ei", "ai", "ey", "ay"],
  ["dt", "tt", "th", "d", "t"],
  ["ff", "ph", "f", "v"],
  ["ck", "kk", "k", "c"],
  ["tz", "zz", "z"],
  ["ß", "ss"],
  ...["n", "m", "l", "p", "r", "b", "g", "s"].map((letter) => [letter + letter, letter]),
];
const DOTTED: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue" };

const HINT = new RegExp(String.raw`[,\s]+(?:und |and )?(?:${WITH})\s+([\p{L}-]+(?:[\s.]+[\p{L}-]+){0,3})[\s.]*$`, "iu");

/** "Schmidt mit zwei t", "Maier mit e y": the words before the hint, and what it says of the letters; null without one. */
export function spellingHint(text: string): { rest: string; letters: string; isSingle: boolean } | null {
  const found = HINT.exec(text.replace(/[\s.!?]+$/, "").replace(/scharfe[ms] s/giu, "eszett"));
  if (!found) return null;
  const words = (found[1] ?? "")
    .toLocaleLowerCase("de")
    .split(/[\s.-]+/)
    .filter(Boolean);
  const isDouble = words.some((word) => DOUBLE.test(word));
  const isSingle = words.some((word) => SINGLE.test(word)) && words.some((word) => word.length === 1);
  const said = words.filter(
    (word, i) => !DOUBLE.test(word) && !(SINGLE.test(word) && i < words.length - 1 && isSingle),
  );
  const letters = said.map((word) => LETTER_WORDS[word] ?? word).join("");
  if (!/^\p{L}{1,2}$/u.test(letters)) return null;
  return { rest: text.slice(0, found.index), letters: isDouble ? letters.repeat(2) : letters, isSingle };
}

/** A name as it was heard, with the letters that its owner named; where it stays open which are meant, as it was heard. */
export function writtenWith(name: string, { letters, isSingle }: { letters: string; isSingle: boolean }): string {
  if (isSingle) return replaceOnly(name, letters.repeat(2), letters) ?? ownWay(name, letters);
  return ownWay(name, letters);
}

function ownWay(name: string, letters: string): string {
  const heard = name.toLocaleLowerCase("de");
  if (heard.includes(letters)) return name;
  const [dotted] = Object.entries(DOTTED).find(([, plain]) => plain === letters) ?? [];
  if (dotted) return replaceOnly(name, dotted, letters) ?? name;
  const plain = DOTTED[letters];
  if (plain) return replaceOnly(name, plain, letters) ?? name;
  const sound = SOUNDS.find((ways) => ways.includes(letters)) ?? [];
  const way = sound.find((one) => heard.includes(one));
  return (way && replaceOnly(name, way, letters)) ?? name;
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
