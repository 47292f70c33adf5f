import { type Connective, type Element, lastingDays, mark, nothing } from "../time/elements";
import { either, listed, map, maybe, onlyBefore, type Rule, seq, word } from "../time/grammar";
import { hour, minuteBehind } from "./clock";
import { count, figures } from "./numbers";
import { HARMLESS, PHRASES } from "./phrases";
import { UNITS } from "./words";

const meanings = (Object.entries(PHRASES) as [Connective, string][]).map(([kind, texts]) =>
  map(listed(texts), () => mark(kind)),
);

/** "From Thursday to Friday" is a span, unless something is moved there. */
const to: Rule<Element[]> = (tokens, at) => {
  const isMove = tokens.some((_, i) => moves(tokens, i));
  return map(word("to"), () => mark(isMove ? "onto" : "to"))(tokens, at);
};
const moves = listed(PHRASES.moving ?? "");

const number: Rule<Element[]> = map(seq(hour, maybe(minuteBehind)), ([value, minutes]): Element[] => [
  { kind: "number", value, ...(minutes && { minutes }) },
]);

/** "Three days before Christmas" is a day, not a length. */
const shifting: Rule<Element[]> = map(
  onlyBefore(seq(count, word("day", "days", "week", "weeks", "hour", "hours")), word("before", "after")),
  (): Element[] => [{ kind: "word", text: "", temporal: true }],
);

const lasting: Rule<Element[]> = either(
  map(seq(word("for"), count, word("day", "days")), ([, days]) => lastingDays(days)),
  map(seq(word("for"), count, word("week", "weeks")), ([, weeks]) => lastingDays(7 * weeks)),
);

/** "So that I'm done before noon" is no conclusion. */
const purpose = map(listed("so that | so i'm | so i am"), (): Element[] => [
  { kind: "word", text: "because", temporal: false },
]);

/** Says something about the time that is no time yet: worth a question, and no refusal of the day. */
const vague = map(
  listed(
    "not too early | not so early | not too late | not so late | be out | be back | be gone | be done by | be finished by | back by | out by | only when | only once",
  ),
  (text): Element[] => [{ kind: "word", text, temporal: true }],
);

export const connectiveRule: Rule<Element[]> = either(
  ...meanings,
  to,
  map(listed(HARMLESS), nothing),
  shifting,
  map(seq(count, word(...UNITS)), nothing),
  map(seq(figures, word("pounds", "euros", "dollars", "miles", "percent")), nothing),
  vague,
  purpose,
  lasting,
  number,
);
