import { either, lookup, map, maybe, type Rule, seq, token, word } from "../time/grammar";

const UNITS = ["", "ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun"];
const TENS = ["", "", "zwanzig", "dreissig", "vierzig", "fuenfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
const TEENS = [
  "zehn",
  "elf",
  "zwoelf",
  "dreizehn",
  "vierzehn",
  "fuenfzehn",
  "sechzehn",
  "siebzehn",
  "achtzehn",
  "neunzehn",
];

function spelled(value: number): string {
  if (value < 10) return value === 1 ? "eins" : (UNITS[value] ?? "");
  if (value < 20) return TEENS[value - 10] ?? "";
  const tens = TENS[Math.floor(value / 10)] ?? "";
  return value % 10 === 0 ? tens : `${UNITS[value % 10]}und${tens}`;
}

/** How people and speech recognition say some of them. */
const SPOKEN: [string, number][] = [
  ["null", 0],
  ["zwo", 2],
  ["fuenef", 5],
  ["fuef", 5],
  ["sechse", 6],
  ["oelf", 11],
  ["oans", 1],
  ["zwoa", 2],
  ["dreie", 3],
  ["viere", 4],
  ["fuenfe", 5],
  ["fuemf", 5],
  ["siebene", 7],
  ["neune", 9],
  ["zehne", 10],
  ["elfe", 11],
  ["elwe", 11],
  ["zwoelfe", 12],
  ["fuffzehn", 15],
  ["fuffzig", 50],
  ["zwanzich", 20],
  ["dreissich", 30],
  ["vierzich", 40],
  ["fuenfzich", 50],
];

/** Swiss hours, said with their own ending. */
const SWISS = "eis zwoei drue vieri fuefi sechsi sibni achti nueni zehni elfi zwoelfi".split(" ");
export const SWISS_HOURS: ReadonlyMap<string, number> = new Map(SWISS.map((text, i) => [text, i + 1]));

/** Written out from 0 to 99, umlauts folded. */
export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 99 }, (_, i): [string, number] => [spelled(i + 1), i + 1]),
  ...["zwoundzwanzig", "zwounddreissig", "zwoundvierzig"].map((text, i): [string, number] => [text, 22 + 10 * i]),
  ...SPOKEN,
  // "Eis" alone is something to eat.
  ...[...SWISS_HOURS].filter(([text]) => text !== "eis"),
]);

const STEMS: Record<number, string> = { 1: "erst", 3: "dritt", 7: "siebt", 8: "acht" };

function ordinalStem(value: number): string {
  return STEMS[value] ?? (value < 20 ? `${spelled(value)}t` : `${spelled(value)}st`);
}

const ENDINGS = ["e", "er", "en", "em", "es"];

/** "dritter", "einunddreißigsten"; up to 53 for calendar weeks. A "nullter" is no day, and asked about. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...ENDINGS.map((ending): [string, number] => [`nullt${ending}`, 0]),
  ...Array.from({ length: 53 }, (_, i) => i + 1).flatMap((value) => {
    const stems = value === 2 ? ["zweit", "zwot"] : value === 7 ? ["siebt", "siebent"] : [ordinalStem(value)];
    if (value > 20 && value % 10 === 2) stems.push(ordinalStem(value).replace(/^zwei/, "zwo"));
    return stems.flatMap((stem) => ENDINGS.map((ending): [string, number] => [stem + ending, value]));
  }),
]);

/** "Der Zehner", as offered times are called. */
export const NAMED_HOURS: ReadonlyMap<string, number> = new Map(
  [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18].map((hour) => [`${spelled(hour)}er`, hour]),
);

const ARTICLES = new Map(["ein", "eine", "einem", "einer", "einen", "eines", "nem", "ner"].map((text) => [text, 1]));

/** Nobody counts days or weeks further: a calendar has no date for them. */
const MOST_COUNTED = 9_999;

/** A number in digits or words, no article. */
export const cardinal: Rule<number> = either(
  token(["number"], ({ values: [value = 0] }) => (value <= MOST_COUNTED ? value : null)),
  lookup(CARDINALS),
);

/** "In einer Woche", "in drei Wochen". */
export const count: Rule<number> = either(cardinal, lookup(ARTICLES));
/** Figures of any size: what something costs, how far it has run. */
export const figures: Rule<number> = token(["number"], ({ values }) => values[0] ?? null);

export const ordinal: Rule<number> = either(
  token(["ordinal"], ({ values }) => values[0] ?? null),
  lookup(ORDINALS),
);

const YEAR_WORD = /^zweitausend(?:und)?([a-z]+)$/;

const OLD_YEAR_WORD = /^neunzehnhundert(?:und)?([a-z]*)$/;

export const year: Rule<number> = either(
  token(["number"], ({ text, values }) => (/^(?:19|20)\d\d$/.test(text) ? (values[0] ?? null) : null)),
  token(["word"], ({ text }) => {
    const rest = YEAR_WORD.exec(text)?.[1];
    const value = rest === undefined ? undefined : CARDINALS.get(rest);
    return value === undefined ? null : 2000 + value;
  }),
  map(seq(word("zweitausend"), maybe(word("und")), lookup(CARDINALS)), ([, , value]) => 2000 + value),
  token(["word"], ({ text }) => {
    const rest = OLD_YEAR_WORD.exec(text)?.[1];
    const value = rest === "" ? 0 : CARDINALS.get(rest ?? "-");
    return value === undefined ? null : 1900 + value;
  }),
);
