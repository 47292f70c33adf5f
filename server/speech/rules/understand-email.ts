import { CARDINALS } from "./de/numbers";
import { fold } from "./fold";
import { ENGLISH_DIGITS } from "./spoken-digits";

export type SpokenEmail = { email: string; confidence: number } | { ask: string };

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...["punkt", "dot", "."].map((word): [string, string] => [word, "."]),
  ...["at", "aet", "aett", "ett", "klammeraffe", "et", "@", "affe", "aed", "aeht", "edd"].map(
    (word): [string, string] => [word, "@"],
  ),
  ...["minus", "bindestrich", "strich", "dash", "hyphen", "-", "mittelstrich"].map((word): [string, string] => [
    word,
    "-",
  ]),
  ...["unterstrich", "underscore", "_", "tiefstrich"].map((word): [string, string] => [word, "_"]),
  ...["plus", "pluszeichen", "+"].map((word): [string, string] => [word, "+"]),
]);

/** How recognisers write the domains that callers say most. */
const DOMAINS: [RegExp, string][] = [
  [/@(?:g-?mail|gemail|googlemail|jimail|dschimail)\.com$/, "@gmail.com"],
  [/@(?:gmx|geemix|gemix|g\.?m\.?x)\.(de|net|at|ch)$/, "@gmx.$1"],
  [/@(?:web|webb|wep)\.de$/, "@web.de"],
  [/@(?:t-?online|teonline|tonline)\.de$/, "@t-online.de"],
  [/@(?:hotmail|hotmehl|hotmeil)\.(de|com)$/, "@hotmail.$1"],
  [/@(?:outlook|autlook|outluk)\.(de|com)$/, "@outlook.$1"],
  [/@(?:icloud|eicloud|i-cloud|aicloud)\.com$/, "@icloud.com"],
  [/@(?:yahoo|jahu|yahu)\.(de|com)$/, "@yahoo.$1"],
];

const LEADS =
  /^.*?\b(?:e-?mail(?:[\s-]?add?resse?)?(?: (?:ist|lautet|waere|is))?|adresse (?:ist|lautet)|(?:email )?address is|die lautet|das ist|unter|an)[\s:,]+/;
const SHAPE = /^[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/;
const NOISE = new Set([
  "also",
  "aeh",
  "aehm",
  "alles",
  "klein",
  "kleingeschrieben",
  "zusammen",
  "geschrieben",
  "und",
  "dann",
  "ja",
  "bitte",
  "zusammengeschrieben",
  "all",
  "lowercase",
  "one",
  "word",
  "danke",
  "vielen",
  "dank",
  "genau",
  "thanks",
  "please",
]);

/** "max punkt muster ätt gmail punkt com" as an address; what has no shape of one is asked for. */
export function understandEmail(text: string, { language = "de" }: { language?: "de" | "en" } = {}): SpokenEmail {
  const spoken = fold(text.slice(0, 300).trim());
  const address = mend(assemble(spoken.replace(LEADS, ""))) ?? mend(assemble(spoken));
  if (address) return { email: address, confidence: /@[^@\s]+\.[a-z]/i.test(text) ? 0.98 : 0.8 };
  return { ask: language === "de" ? "Wie lautet Ihre E-Mail-Adresse?" : "What is your email address?" };
}

/** "At Gmail com": the dot that nobody says. */
const ENDING_WITHOUT_DOT =
  /((?:\bat|\baet|\baett|\bett|klammeraffe|@)\s+[a-z0-9-]+(?: (?:minus|bindestrich) [a-z0-9]+)*) (de|com|net|org|at|ch|eu|info)(?=\s|[.!]|$)/;

function assemble(spoken: string): string {
  const words = spoken
    .replace(/\b(?:die zahl|die ziffer|the number|the digit|mit (?:ae|oe|ue))\b/g, " ")
    .replace(/ d e\b(?=\s*[.!]?\s*(?:danke|bitte)?\s*$)/, " de")
    .replace(ENDING_WITHOUT_DOT, "$1 punkt $2")
    .replace(/[,;:!?]+/g, " ")
    .replace(/\.$/, "")
    .split(/\s+/);
  const at = words.findIndex((word) => SYMBOLS.get(word) === "@");
  const parts = words.map((word, i) => {
    if (word === "wie" || words[i - 1] === "wie") return "";
    // "et" and "at" stand for the sign once only.
    if (SYMBOLS.get(word) === "@" && i !== at) return word;
    if (NOISE.has(word)) return "";
    return SYMBOLS.get(word) ?? digitOf(word) ?? word;
  });
  return parts.join("");
}

function digitOf(word: string): string | null {
  const value = CARDINALS.get(word);
  if (value !== undefined) return String(value);
  return word.length > 2 ? (ENGLISH_DIGITS.get(word) ?? null) : null;
}

function mend(address: string): string | null {
  const known = DOMAINS.reduce((mended, [pattern, domain]) => mended.replace(pattern, domain), address);
  return SHAPE.test(known) && !known.includes("..") ? known : null;
}
