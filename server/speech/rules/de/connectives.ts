import { type Connective, type Element, mark, nothing } from "../time/elements";
import { either, listed, lookup, map, maybe, notAfter, notBefore, type Rule, seq, word } from "../time/grammar";
import { hour, minuteBehind } from "./clock";
import { count } from "./numbers";
import { HARMLESS, PHRASES } from "./phrases";
import { refusingRule } from "./refusing-verbs";
import { MONTHS, UNITS, WEEKDAYS } from "./words";

const NAMES_TOO: ReadonlyMap<string, number> = new Map([...WEEKDAYS, ...MONTHS]);

const meanings = (Object.entries(PHRASES) as [Connective, string][]).map(([kind, texts]) => {
  // "Geht nicht vor zehn" only limits what was said before.
  const said = kind === "not-previous" ? notBefore(listed(texts), word("vor", "nach")) : listed(texts);
  return map(said, () => mark(kind));
});

/** "Herr Freitag" and "mein Name ist Mai" are people. */
const person = map(
  seq(
    either<unknown>(word("herr", "herrn", "frau", "familie", "heisse"), listed("name ist | doktor")),
    lookup(NAMES_TOO),
  ),
  nothing,
);

const quantity = map(notAfter(seq(count, word(...UNITS)), new Set(["alle"])), nothing);

/** Says something about the time that is no time yet: worth a question, and no refusal of the day. */
const vague = map(
  listed(
    "oder später | oder früher | oder auch später | oder auch früher | oder etwas später | oder etwas früher | " +
      "ein bisschen früher als | etwas früher als | ein bisschen später als | etwas später als | nur nicht so früh | nur nicht zu früh | nur nicht so spät | nur nicht zu spät | bloß nicht so früh | bloß nicht zu früh | " +
      "nicht so früh | nicht zu früh | nicht ganz so früh | nicht so spät | nicht zu spät | nicht allzu spät | nicht allzu früh",
  ),
  (text): Element[] => [{ kind: "word", text, temporal: true }],
);

/** What ends at an hour that only the caller knows. */
const duty: Rule<Element[]> = map(
  seq(
    word("nach", "vor"),
    maybe(word("der", "dem", "meiner", "meinem", "seiner", "ihrer")),
    word("schule", "unterricht", "schicht", "training", "sport", "uni", "kita", "kindergarten", "vorlesung"),
  ),
  ([, , text]): Element[] => [{ kind: "word", text, temporal: true }],
);

/** A number alone may become an hour by what stands around it. */
const number: Rule<Element[]> = map(
  notAfter(seq(hour, maybe(minuteBehind)), new Set(["nummer", "kabine", "raum", "platz"])),
  ([value, minutes]): Element[] => [{ kind: "number", value, ...(minutes && { minutes }) }],
);

export const connectiveRule: Rule<Element[]> = either(
  ...meanings,
  refusingRule,
  map(listed(HARMLESS), nothing),
  person,
  vague,
  duty,
  quantity,
  number,
);
