import { either, lookup, map, maybe, type Rule, seq, token, word } from "../time/grammar";

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SMALL_ORDINALS = (
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth " +
  "seventeenth eighteenth nineteenth twentieth"
).split(" ");

export const small: ReadonlyMap<string, number> = new Map(SMALL.map((text, value) => [text, value]));
export const tens: ReadonlyMap<string, number> = new Map(TENS.map((text, i) => [text, 20 + 10 * i]));
export const smallOrdinals: ReadonlyMap<string, number> = new Map([
  ...SMALL_ORDINALS.map((text, i): [string, number] => [text, i + 1]),
  ["thirtieth", 30],
]);
const hyphen = maybe(word("-"));
const unit: Rule<number> = map(lookup(small), (value) => (value >= 1 && value <= 9 ? value : null));

/** Nobody counts days or weeks further: a calendar has no date for them. */
const MOST_COUNTED = 9_999;

/** A number in digits or words: "twenty five", "twenty-five". */
export const cardinal: Rule<number> = either(
  token(["number"], ({ values: [value = 0] }) => (value <= MOST_COUNTED ? value : null)),
  lookup(small),
  lookup(tens),
  map(seq(lookup(tens), hyphen, unit), ([ten, , one]) => ten + one),
);

export const count: Rule<number> = either(
  cardinal,
  map(word("a", "an"), () => 1),
  map(seq(word("a"), word("couple"), maybe(word("of"))), () => 2),
);

/** Figures of any size: what something costs, how far it has run. */
export const figures: Rule<number> = token(["number"], ({ values }) => values[0] ?? null);

export const ordinal: Rule<number> = either(
  token(["ordinal"], ({ text, values }) => (!text.endsWith(".") ? (values[0] ?? null) : null)),
  lookup(smallOrdinals),
  map(seq(lookup(tens), hyphen, lookup(smallOrdinals)), ([ten, , one]) => (one <= 9 ? ten + one : null)),
);

export const year: Rule<number> = either(
  token(["number"], ({ text, values }) => (/^(?:19|20)\d\d$/.test(text) ? (values[0] ?? null) : null)),
  map(seq(word("twenty"), lookup(tens), maybe(unit)), ([, ten, one]) => 2000 + ten + (one ?? 0)),
);
