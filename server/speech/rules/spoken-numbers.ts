import { CARDINALS, ORDINALS } from "./de/numbers";
import * as english from "./en/numbers";
import { fold } from "./fold";

const CENTURIES: Record<string, number> = { neunzehnhundert: 1900, zweitausend: 2000 };
const YEAR = /^(neunzehnhundert|zweitausend)(?:und)?([a-z]*)$/;

/** The numbers of a sentence in their order, in digits or words: "vierzehnter dritter fünfundachtzig" is 14, 3, 85. */
export function numbersIn(text: string): number[] {
  const words = fold(text).split(/[^a-z\d]+/);
  const numbers: number[] = [];
  words.forEach((word, at) => {
    const value = numberOf(word);
    if (value === null) return;
    const before = numbers.at(-1);
    const last = words[at - 1] ?? "";
    // "Twenty first", "eighty five", "zweitausend fünf", "two thousand five".
    const follows = before !== undefined && isOpen(last, words[at - 2]) && value < (before >= 1900 ? 100 : 10);
    if (follows) numbers[numbers.length - 1] = before + value;
    else if (word === "thousand" && before !== undefined) numbers[numbers.length - 1] = before * 1000;
    else if (word !== "thousand") numbers.push(value);
  });
  return numbers;
}

/** After these a smaller number goes on with the same one. */
function isOpen(word: string, before: string | undefined): boolean {
  const said = word === "and" || word === "und" ? (before ?? "") : word;
  return english.tens.has(said) || said === "thousand" || said in CENTURIES;
}

function numberOf(word: string): number | null {
  const [, digits] = /^(\d{1,4})(?:st|nd|rd|th|te[nr]?)?$/.exec(word) ?? [];
  if (digits) return Number(digits);
  const [, century = "", rest = ""] = YEAR.exec(word) ?? [];
  const years = rest === "" ? 0 : CARDINALS.get(rest);
  if (century && years !== undefined) return (CENTURIES[century] ?? 0) + years;
  const german = CARDINALS.get(word) ?? ORDINALS.get(word);
  const value = german ?? english.small.get(word) ?? english.tens.get(word) ?? english.smallOrdinals.get(word);
  return value ?? (word === "thousand" ? 1000 : null);
}
