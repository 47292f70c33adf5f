import { type Connective, type Element, mark, nothing } from "../time/elements";
import { either, listed, map, maybe, notAfter, type Rule, seq, word } from "../time/grammar";
import { hour, minuteBehind } from "./clock";
import { count } from "./numbers";
import { HARMLESS, PHRASES } from "./phrases";
import { UNITS } from "./words";

const meanings = (Object.entries(PHRASES) as [Connective, string][]).map(([kind, texts]) =>
  map(listed(texts), () => mark(kind)),
);

const quantity = map(seq(count, word(...UNITS)), nothing);

/** A number alone may become an hour by what stands around it. */
const number: Rule<Element[]> = map(
  notAfter(seq(hour, maybe(minuteBehind)), new Set(["nummer", "kabine", "raum", "platz"])),
  ([value, minutes]): Element[] => [{ kind: "number", value, ...(minutes && { minutes }) }],
);

export const connectiveRule: Rule<Element[]> = either(...meanings, map(listed(HARMLESS), nothing), quantity, number);
