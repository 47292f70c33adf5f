import { fold } from "./fold";
import { allLanguages } from "./languages";

const LANGUAGES = allLanguages().map(({ contacts }) => contacts.digits);
const isIn = (word: string, pick: (words: (typeof LANGUAGES)[number]) => { has(word: string): boolean }): boolean =>
  LANGUAGES.some((words) => pick(words).has(word));

/** A year is heard from here on: what follows "neunzehnhundert" goes on with it up to the next hundred. */
const FIRST_CENTURY = 1900;
const LONGEST_ASIDE = 2;

/** The numbers of a sentence in their order, in digits or words: "vierzehnter dritter fünfundachtzig" is 14, 3, 85. */
export function numbersIn(text: string): number[] {
  const words = fold(text).split(/[^a-z\d]+/);
  const numbers: number[] = [];
  words.forEach((word, at) => {
    const before = numbers.at(-1);
    // "Two thousand".
    if (isThousand(word)) {
      if (before !== undefined) numbers[numbers.length - 1] = before * 1000;
      return;
    }
    const value = numberOf(word);
    if (value === null) return;
    // "Twenty first", "eighty five", "zweitausend fünf", "two thousand five".
    const follows =
      before !== undefined &&
      isOpen(words[at - 1] ?? "", words[at - 2]) &&
      value < (before >= FIRST_CENTURY ? 100 : 10);
    if (follows) numbers[numbers.length - 1] = before + value;
    else numbers.push(value);
  });
  return numbers;
}

const isThousand = (word: string): boolean => LANGUAGES.some(({ noughts }) => noughts.get(word) === 3);

/** After these a smaller number goes on with the same one. */
function isOpen(word: string, before: string | undefined): boolean {
  const said = word === "and" || word === "und" ? (before ?? "") : word;
  return isIn(said, ({ openTens }) => openTens) || isThousand(said) || isCentury(said);
}

const isCentury = (word: string): boolean =>
  LANGUAGES.some(({ compound }) => {
    const value = compound(word);
    return value !== null && value >= FIRST_CENTURY && value % 100 === 0;
  });

function numberOf(word: string): number | null {
  const [, digits] = /^(\d{1,4})(?:st|nd|rd|th|te[nr]?)?$/.exec(word) ?? [];
  if (digits) return Number(digits);
  // "Oh" and "o" are noughts of a telephone number only.
  if (word.length <= LONGEST_ASIDE) return null;
  for (const { numbers, ordinals, compound } of LANGUAGES) {
    const value = numbers.get(word) ?? ordinals.get(word) ?? compound(word);
    if (value !== null && value !== undefined) return value;
  }
  return null;
}
