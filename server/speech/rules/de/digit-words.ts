import type { DigitWords } from "../contact-language";
import { CARDINALS, ORDINALS } from "./numbers";

const CENTURIES: Readonly<Record<string, number>> = { neunzehnhundert: 1900, zweitausend: 2000 };

/** "Hundertzwölf", "dreihundertfünf", "neunzehnhundertdreiundachtzig": what groups of digits are read out as. */
function compound(word: string): number | null {
  const [, century = "", year = ""] = /^(neunzehnhundert|zweitausend)(?:und)?([a-z]*)$/.exec(word) ?? [];
  if (century) return sum(CENTURIES[century], year);
  const [, many = null, rest = ""] = /^(.*?)hundert(?:und)?(.*)$/.exec(word) ?? [];
  if (many === null) return null;
  const count = many === "" || many === "ein" ? 1 : CARDINALS.get(many);
  return sum(count === undefined ? undefined : count * 100, rest);
}

function sum(base: number | undefined, rest: string): number | null {
  const more = rest === "" ? 0 : CARDINALS.get(rest);
  return base === undefined || more === undefined ? null : base + more;
}

export const germanDigits: DigitWords = {
  numbers: CARDINALS,
  ordinals: ORDINALS,
  openTens: new Set(),
  between: new Set(["und"]),
  repeats: new Map([
    ["doppel", 2],
    ["doppelt", 2],
    ["zweimal", 2],
    ["dreimal", 3],
    ["dreifach", 3],
    ["viermal", 4],
  ]),
  severals: new Map(
    "nullen einsen zweien dreien vieren fuenfen sechsen siebenen achten neunen".split(" ").map((text, i) => [text, i]),
  ),
  times: new Set(["mal"]),
  articles: new Set(["ein", "eine", "einen", "einer"]),
  noughts: new Map(),
  compound,
  timeBefore: new Set(["ab", "um", "gegen", "bis", "nach", "vor", "zwischen"]),
  timeAfter: new Set(["uhr"]),
  timeBetween: new Set(["und", "uhr", "oder"]),
  countries: { AT: "oesterreich\\w*", CH: "schweiz\\w*", DE: "deutsch\\w*" },
};
