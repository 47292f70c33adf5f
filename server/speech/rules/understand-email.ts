import type { SpeechLanguage } from "../schema";
import type { EmailWords } from "./contact-language";
import { fold } from "./fold";
import { allLanguages, languageOf } from "./languages";
import { spelledOut } from "./spelling";
import { digitsAt } from "./spoken-digits";

export type SpokenEmail = { email: string; confidence: number } | { ask: string };

const LANGUAGES: readonly EmailWords[] = allLanguages().map(({ contacts }) => contacts.email);
const anyOf = (pick: (words: EmailWords) => readonly string[]): string => LANGUAGES.flatMap(pick).join("|");

/** Each word for a sign, and the sign. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap(({ symbols }) =>
    Object.entries(symbols).flatMap(([sign, words]) =>
      [sign, ...words.split(" ")].map((word): [string, string] => [word, sign]),
    ),
  ),
);

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

const LEADS = new RegExp(String.raw`^.*\b(?:${anyOf(({ leads }) => leads)})[\s:,]+`);
const ASIDES = new RegExp(String.raw`\b(?:${anyOf(({ asides }) => asides)})\b`, "g");
/** "Müller mit u e", "groß mit doppel s": folded away already, and said for whoever writes by hand. */
const SPELLED_WITH = /\b(?:mit|with) (?:[aou] ?e|(?:doppel[ -]?|zwei |double |two )?s)\b(?! ?(?:at|@))?/g;
const SHAPE = /^[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/;

/** "max punkt muster ätt gmail punkt com" as an address; what has no shape of one is asked for. */
export function understandEmail(text: string, { language = "de" }: { language?: SpeechLanguage } = {}): SpokenEmail {
  const spoken = withSign(fold(text.slice(0, 300).trim()).replace(ASIDES, " ").replace(SPELLED_WITH, " "));
  const address = mend(assemble(withoutLead(spoken)));
  if (address) return { email: address, confidence: /@[^@\s]+\.[a-z]/i.test(text) ? 0.98 : 0.8 };
  return { ask: languageOf(language).contacts.questions.email };
}

const isSign = (word: string): boolean => SYMBOLS.get(word) === "@";

/** "At Zeichen" is one word; "bei" stands for the sign where no other word does. */
function withSign(spoken: string): string {
  const words = spoken.replace(/\bat zeichen\b/g, "at").split(" ");
  if (spoken.includes("@") || words.some((word) => isSign(word.replace(/[,.;]$/, "")))) return words.join(" ");
  return words.map((word) => (LANGUAGES.some(({ weakAt }) => weakAt.has(word)) ? "@" : word)).join(" ");
}

/** What leads up to an address stands before its sign; behind it the same words may be a part of it. */
function withoutLead(spoken: string): string {
  const sign = /\s(?:\S*@|at\b|aet+\b|ett\b)/.exec(spoken)?.index ?? spoken.length - 1;
  return spoken.slice(0, sign + 1).replace(LEADS, "") + spoken.slice(sign + 1);
}

/** "At Gmail com": the dot that nobody says. */
const ENDING_WITHOUT_DOT =
  /((?:\bat|\baet|\baett|\bett|klammeraffe|@)\s+[a-z0-9-]+(?: (?:minus|bindestrich) [a-z0-9]+)*) (de|com|net|org|at|ch|eu|info)(?=\s|[.!]|$)/;

function assemble(spoken: string): string {
  const words = spoken
    .replace(/ d e\b(?=\s*[.!]?\s*(?:danke|bitte)?\s*$)/, " de")
    .replace(ENDING_WITHOUT_DOT, "$1 punkt $2")
    .replace(/[,;:!?]+/g, " ")
    .replace(/\.$/, "")
    .split(/[\s]+/)
    .flatMap((word) => (/^[a-z]+ty-[a-z]+$/.test(word) ? word.split("-") : word));
  const at = words.findIndex(isSign);
  const [local, domain] = at < 0 ? [words, []] : [words.slice(0, at), words.slice(at + 1)];
  return `${signs(spelledOut(local))}${at < 0 ? "" : "@"}${signs(untilItsEnd(domain))}`;
}

/** Behind its last part nothing belongs to an address any more: "at web punkt de erreichen Sie mich". */
function untilItsEnd(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word, i) => {
    const isPart = SYMBOLS.get(words[i - 1] ?? "") === "." || /[a-z0-9]\.[a-z]{2,}$/.test(word);
    return isPart && word.length > 1 && !SYMBOLS.has(words[i + 1] ?? "");
  });
  return end < 0 ? words : words.slice(0, end + 1);
}

/** The words of a part as they are written in it, without gaps. */
function signs(words: readonly string[]): string {
  let written = "";
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? "";
    const isLetter = /^[a-z]$/.test(word);
    const digits = isLetter || SYMBOLS.has(word) ? null : digitsAt(words, i);
    const isNoise = LANGUAGES.some(({ noise }) => noise.has(word));
    // "Et" and "at" stand for the sign once only.
    const sign = isSign(word) ? word : SYMBOLS.get(word);
    written += digits?.digits ?? (isNoise ? "" : (sign ?? word));
    i = digits?.next ?? i + 1;
  }
  return written;
}

function mend(address: string): string | null {
  const known = DOMAINS.reduce((mended, [pattern, domain]) => mended.replace(pattern, domain), address);
  return SHAPE.test(known) && !known.includes("..") ? known : null;
}
