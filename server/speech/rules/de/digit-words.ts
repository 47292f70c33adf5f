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

/** As they are said in the south and in the west. */
const REGIONAL: readonly (readonly [string, number])[] = [
  ["oans", 1],
  ["eens", 1],
  ["zwoa", 2],
  ["zwee", 2],
  ["viere", 4],
  ["fuennef", 5],
  ["fuenfe", 5],
  ["sechse", 6],
  ["siem", 7],
  ["siebn", 7],
  ["neune", 9],
];

export const germanDigits: DigitWords = {
  numbers: new Map([...CARDINALS, ...REGIONAL]),
  ordinals: ORDINALS,
  openTens: new Set(),
  between: new Set(["und"]),
  repeats: new Map([
    ["doppel", 2],
    ["doppelt", 2],
    ["doppelte", 2],
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
  corrections: new Set(["nein", "nee", "noe", "quatsch", "falsch", "vielmehr"]),
  restarts: ["(?:noch ?mal|wieder) (?:an|von vorne?|neu)", "von vorne?", "von anfang an"],
  beginnings: ["nummer (?:ist|lautet|waere)(?: die)?", "moment", "warten? sie", "unter(?: der)?", "leute", "personen"],
  doubts: ["nicht (?:auf|unter|die|mehr|an)\\b", "ohne (?:die )?(?:erste|letzte|fuehrende)n?"],
  or: ["oder"],
  remarks: ["also", "das heisst", "sprich", "das (?:ist|sind|am ende)"],
  asides: new Set(
    (
      "dann danach also und die der das mal noch nochmal nochmals wieder weiter jetzt so ja genau okay gut aeh aehm hm moment komma " +
      "pause strich bindestrich minus leerzeichen schraegstrich punkt klammer durchwahl nebenstelle rufnummer nummer vorwahl ist " +
      "hinten vorne ende schluss einmal zuletzt zum am mit keine plus"
    ).split(" "),
  ),
  compound,
  timeBefore: new Set(["ab", "um", "gegen", "bis", "nach", "vor", "zwischen"]),
  timeAfter: new Set(["uhr"]),
  timeBetween: new Set(["und", "uhr", "oder"]),
  countries: {
    AT: "oesterreich\\w*|wiener|grazer|linzer|salzburger|innsbrucker",
    CH: "schweiz\\w*|zuercher|zuericher|berner|basler|genfer",
    DE: "deutsch\\w*",
  },
};
