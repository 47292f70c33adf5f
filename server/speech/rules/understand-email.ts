import type { SpeechLanguage } from "../schema";
import type { EmailWords } from "./contact-language";
import { fold } from "./fold";
import { allLanguages, languageOf } from "./languages";
import { letterOf, spelledOut } from "./spelling";
import { hintsAt } from "./spelling-hints";
import { digitsAt } from "./spoken-digits";
import { writtenWith } from "./written-with";

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
  [/\.(?:kom|comm|komm|con)$/, ".com"],
  [/@(?:g-?mail|ge[eh]?mail|googlemail|[jc]himail|jimail|dschimail)\.com$/, "@gmail.com"],
  [/@(?:gmx|ge[eh]?-?e?m-?[ei]?x|g\.?m\.?x)\.(de|net|at|ch|com)$/, "@gmx.$1"],
  [/@(?:web|webb|wep)\.de$/, "@web.de"],
  [/@(?:t-?online|te[eh]?-?online)\.de$/, "@t-online.de"],
  [/@(?:hotmail|hotmehl|hotmeil)\.(de|com)$/, "@hotmail.$1"],
  [/@(?:outlook|autlook|outluk)\.(de|com)$/, "@outlook.$1"],
  [/@(?:icloud|eicloud|i-cloud|aicloud)\.com$/, "@icloud.com"],
  [/@(?:yahoo|jahoo|jahu|yahu)\.(de|com)$/, "@yahoo.$1"],
];

const LEADS = new RegExp(String.raw`^.*\b(?:${anyOf(({ leads }) => leads)})[\s:,]+`);
const ASIDES = new RegExp(String.raw`\b(?:${anyOf(({ asides }) => asides)})\b`, "g");
const SHAPE = /^[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/;

/** "max punkt muster ätt gmail punkt com" as an address; what has no shape of one is asked for. */
export function understandEmail(text: string, { language = "de" }: { language?: SpeechLanguage } = {}): SpokenEmail {
  const folded = fold(text.slice(0, 300).trim()).replace(/\bscharfe[ms] s\b/g, "eszett");
  const spoken = withSign(folded.replace(ASIDES, " "));
  const said = otherDomain(saidOnce(corrected(spoken)));
  const address = said === null || (isTold(said) && !JOINED.test(folded)) ? null : mend(assemble(withoutLead(said)));
  if (address) return { email: address, confidence: /@[^@\s]+\.[a-z]/i.test(text) ? 0.98 : 0.8 };
  return { ask: languageOf(language).contacts.questions.email };
}

const WITH: ReadonlySet<string> = new Set(allLanguages().flatMap(({ contacts }) => contacts.names.spelledWith));
const isSign = (word: string): boolean => SYMBOLS.get(word) === "@";

/** "At Zeichen" is one word; "bei" stands for the sign where no other word does. */
function withSign(spoken: string): string {
  const words = spoken.replace(/\bat (?:zeichen|sign)\b/g, "at").split(" ");
  if (spoken.includes("@") || words.some((word) => isSign(word.replace(/[,.;]$/, "")))) return words.join(" ");
  return words.map((word) => (LANGUAGES.some(({ weakAt }) => weakAt.has(word)) ? "@" : word)).join(" ");
}

const CORRECTION = new RegExp(
  String.raw`^.*[\s,](?:${anyOf(({ corrections }) => corrections)})[\s,]+(?=.*@|.*\s(?:at|aet+|ett)\s)`,
);
const SIGNS = [...SYMBOLS.keys()].filter((word) => /^[a-z]{3}/.test(word)).join("|");
const OTHER_SIGN = new RegExp(
  String.raw`\s(?:${SIGNS})[\s,]+(?:aeh?m?[\s,]+)?(?:${anyOf(({ corrections }) => corrections)})[\s,]+(?=(?:${SIGNS})\s)`,
  "g",
);
/** "Max at web Punkt de, nein, Moritz at web Punkt de", "Unterstrich, nein, Bindestrich": what was said last. */
const corrected = (spoken: string): string => spoken.replace(OTHER_SIGN, " ").replace(CORRECTION, "");

/** "hjwolf, also H J Wolf, at web Punkt de". */
const saidOnce = (spoken: string): string =>
  spoken.replace(
    /([\w.-]+)\s*,\s*also\s+(.+?)(?=[\s,]+(?:@|at|aet+|ett)\s)/,
    (whole, first: string, second: string) => {
      const again = signs(second.split(/[\s,]+/));
      return again === first ? again : whole;
    },
  );

const WRONG_DOMAIN = new RegExp(
  String.raw`^(.*\s(?:@|at|aet+|ett)\s).*?[\s,](?:${anyOf(({ corrections }) => corrections)})[\s,]+(?:(?:@|at|aet+|ett)\s)?(.+)$`,
);
const DOT = /\s(?:punkt|dot)\s|\.\w/;

/** "At gmx Punkt de, nein, web Punkt de"; null where only a part of it was taken back. */
function otherDomain(spoken: string): string | null {
  const [, before, after = ""] = WRONG_DOMAIN.exec(spoken) ?? [];
  if (before === undefined) return spoken;
  if (DOT.test(after)) return before + after;
  const isMeant = after.split(/[\s,.]+/).some((word) => ENDINGS.has(word) || SYMBOLS.has(word));
  return isMeant ? null : spoken;
}

const ENDINGS: ReadonlySet<string> = new Set(["de", "com", "net", "org", "ch", "eu", "info"]);

const WRONG = new RegExp(`^(?:${anyOf(({ corrections }) => corrections)})$`);

/** More words than these in a row are a sentence and no address, unless it is said that they are one. */
const MOST_WORDS = 3;
const JOINED = /\b(?:zusammen|zusammengeschrieben|in einem wort|one word|together)\b/;

/** "Das ist die von meinem Mann Rolf at web Punkt de": where the address begins is open, as it is what a "nein" took back. */
function isTold(said: string): boolean {
  const words = withoutLead(said).split(/[\s,]+/);
  const local = words.slice(0, Math.max(0, words.findIndex(isSign)));
  const isPlain = (word: string, at: number) =>
    word.length > 1 && !isBeside([word], 0) && !SYMBOLS.has(word) && !letterOf(word) && !digitsAt(local, at);
  const row = local.reduce((run, word, at) => (run > MOST_WORDS ? run : isPlain(word, at) ? run + 1 : 0), 0);
  return row > MOST_WORDS || local.slice(1).some((word) => WRONG.test(word));
}

/** What leads up to an address stands before its sign; behind it the same words may be a part of it. */
function withoutLead(spoken: string): string {
  const sign = /\s(?:\S*@|at\b|aet+\b|ett\b)/.exec(spoken)?.index ?? spoken.length - 1;
  return spoken.slice(0, sign + 1).replace(LEADS, "") + spoken.slice(sign + 1);
}

/** "At Gmail com": the dot that nobody says. */
const ENDING_WITHOUT_DOT =
  /((?:\bat|\baet|\baett|\bett|klammeraffe|@)\s+[a-z0-9-]+(?: (?!punkt|dot|minus|bindestrich)[a-z0-9-]+)?(?: (?:minus|bindestrich) [a-z0-9]+)*) (de|com|net|org|at|ch|eu|info)(?=\s|[.!]|$)/;

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
  return `${signs(spelledOut(withHints(local)))}${at < 0 ? "" : "@"}${signs(withHints(untilItsEnd(domain)))}`;
}

/** "Meier mit a i" is written as its owner says; of a name that was spelled already it says nothing new. */
function withHints(words: readonly string[]): string[] {
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    const read = at > 0 && !isNameBehind(words, at) ? hintsAt(words, at) : null;
    const name = written.at(-1) ?? "";
    const sign = signBetween(words, at);
    if (sign) written.splice(-1, 0, sign.sign);
    else if (read && name.length > 1) written[written.length - 1] = fold(writtenWith(name, read.hints));
    else if (!read) written.push(words[at] ?? "");
    at = sign?.next ?? read?.next ?? at + 1;
  }
  return written;
}

/** "Yoga mit Maria" says nothing of letters. */
const isNameBehind = (words: readonly string[], at: number): boolean => {
  const word = words[at + 1] ?? "";
  return word.length > 2 && !LETTER_NAMES.has(word) && letterOf(word) !== undefined;
};
const LETTER_NAMES: ReadonlySet<string> = new Set(["ypsilon", "eszett"]);

/** "Jens Peter mit Bindestrich": between the two last words. */
function signBetween(words: readonly string[], at: number): { sign: string; next: number } | null {
  const sign = WITH.has(words[at] ?? "") && at > 1 ? words[at + 1] : undefined;
  return sign !== undefined && SYMBOLS.has(sign) && at + 2 === words.length ? { sign, next: at + 2 } : null;
}

/** Behind its last part nothing belongs to an address any more: "at web punkt de erreichen Sie mich". */
function untilItsEnd(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word, i) => {
    const isPart = SYMBOLS.get(words[i - 1] ?? "") === "." || /[a-z0-9]\.[a-z]{2,}$/.test(word);
    return isPart && word.length > 1 && !SYMBOLS.has(words[i + 1] ?? "");
  });
  return end < 0 ? words : words.slice(0, end + 1);
}

/** "Und dann", but "Müller und Söhne". */
const isBeside = (words: readonly string[], at: number): boolean => {
  const isIn = (word = "") => word === "" || SYMBOLS.has(word) || LANGUAGES.some(({ noise }) => noise.has(word));
  const isJoining = words[at] === "und" && !isIn(words[at - 1]) && !isIn(words[at + 1]);
  return LANGUAGES.some(({ noise }) => noise.has(words[at] ?? "")) && !isJoining;
};

/** The words of a part as they are written in it, without gaps. */
function signs(words: readonly string[]): string {
  let written = "";
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? "";
    const isLetter = /^[a-z]$/.test(word);
    const digits = isLetter || SYMBOLS.has(word) ? null : digitsAt(words, i);
    const isNoise = isBeside(words, i);
    // "Et" and "at" stand for the sign once only.
    const sign = isSign(word) ? word : SYMBOLS.get(word);
    written += digits?.digits ?? (isNoise ? "" : (sign ?? word.replaceAll("'", "")));
    i = digits?.next ?? i + 1;
  }
  return written;
}

/** "Vorname Punkt Nachname at web Punkt de" tells how an address is made, and none. */
const PATTERNS = new RegExp(`^(?:(?:${anyOf(({ placeholders }) => placeholders)})[._-]?)+@`);

function mend(address: string): string | null {
  if (PATTERNS.test(address)) return null;
  const known = DOMAINS.reduce((mended, [pattern, domain]) => mended.replace(pattern, domain), address);
  return SHAPE.test(known) && !known.includes("..") ? known : null;
}
