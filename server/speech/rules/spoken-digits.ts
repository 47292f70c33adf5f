import { CARDINALS } from "./de/numbers";
import { fold } from "./fold";

const ENGLISH = "zero one two three four five six seven eight nine".split(" ");
export const ENGLISH_DIGITS: ReadonlyMap<string, string> = new Map([
  ...ENGLISH.map((word, value): [string, string] => [word, String(value)]),
  ["oh", "0"],
  ["o", "0"],
]);

const REPEATS: ReadonlyMap<string, number> = new Map([
  ["doppel", 2],
  ["doppelt", 2],
  ["zweimal", 2],
  ["double", 2],
  ["dreimal", 3],
  ["dreifach", 3],
  ["triple", 3],
]);

/** Digits as they are said or written, in order: "null eins sieben sechs", "doppel drei", "siebenundzwanzig", "plus vier neun". */
export function spokenDigits(text: string): string {
  const words = fold(text)
    .replace(/\bdoppel-?(?=[a-z])/g, "doppel ")
    .split(/[^a-z\d+]+/)
    .filter((word) => word !== "");
  let digits = "";
  let repeat = 1;
  words.forEach((word, i) => {
    const times = REPEATS.get(word);
    if (times) {
      repeat = times;
      return;
    }
    const said = word === "plus" && digits === "" ? "+" : digitsOf(word, words[i + 1]);
    digits += said.repeat(repeat);
    if (said !== "") repeat = 1;
  });
  return digits;
}

function digitsOf(word: string, next: string | undefined): string {
  if (/^\+?\d+$/.test(word)) return word;
  if (word === "ein" || word === "ne") return word === "ein" && next === undefined ? "1" : "";
  const german = CARDINALS.get(word);
  if (german !== undefined) return String(german);
  return ENGLISH_DIGITS.get(word) ?? hundreds(word);
}

/** "hundertzwölf", "dreihundertfünf": numbers that groups of digits are read out as. */
function hundreds(word: string): string {
  const parts = /^(.*?)hundert(?:und)?(.*)$/.exec(word);
  if (!parts) return "";
  const [, many = "", rest = ""] = parts;
  const count = many === "" || many === "ein" ? 1 : CARDINALS.get(many);
  const more = rest === "" ? 0 : CARDINALS.get(rest);
  return count === undefined || more === undefined ? "" : String(count * 100 + more);
}
