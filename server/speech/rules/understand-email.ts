import type { SpeechLanguage } from "../schema";
import { correctedDomain, correctedLocal } from "./address-corrections";
import { withHintBehind, withHints } from "./address-hints";
import { withoutTalk } from "./address-talk";
import { colognePhonetics } from "./cologne-phonetics";
import type { EmailWords } from "./contact-language";
import { fold } from "./fold";
import { allLanguages, languageOf } from "./languages";
import { letterOf, spelledOut } from "./spelling";
import { digitsAt } from "./spoken-digits";
import { isSign, isSymbol, SYMBOLS, withSign } from "./spoken-sign";
import { whichAddress } from "./which-address";

export type SpokenEmail = { email: string; confidence: number } | { ask: string };

const LANGUAGES: readonly EmailWords[] = allLanguages().map(({ contacts }) => contacts.email);
const anyOf = (pick: (words: EmailWords) => readonly string[]): string => LANGUAGES.flatMap(pick).join("|");

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

/** "Nein, ohne Punkt" takes something back. */
const ASIDES = new RegExp(
  String.raw`(?<!\b(?:${anyOf(({ corrections }) => corrections)})[\s,]+)\b(?:${anyOf(({ asides }) => asides)})\b`,
  "g",
);
const SHAPE = /^[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/;

/** "max punkt muster ätt gmail punkt com" as an address; what has no shape of one is asked for. */
export function understandEmail(text: string, { language = "de" }: { language?: SpeechLanguage } = {}): SpokenEmail {
  const folded = fold(text.slice(0, 300).trim()).replace(/\bscharfe[ms] s\b/g, "eszett");
  const isJoined = JOINED.test(folded);
  const spoken = withSign(saidOnce(folded.replace(ASIDES, " ")));
  const meant = whichAddress(spoken, (one) => addressIn(one, isJoined));
  const address = meant === null ? null : addressIn(meant, isJoined);
  if (address) return { email: address, confidence: /@[^@\s]+\.[a-z]/i.test(text) ? 0.98 : 0.8 };
  return { ask: languageOf(language).contacts.questions.email };
}

const CORRECTIONS = anyOf(({ corrections }) => corrections);
const CORRECTION = new RegExp(String.raw`^.*\s@ .*\s(?:${CORRECTIONS})\s+(?=.*[^@\s]+\s+@ )`);
const REFUSED = new RegExp(String.raw`^.*\s(?:${anyOf(({ insteadOf }) => insteadOf)})\s+(?=.*@ )`);
const SIGNS = [...SYMBOLS.keys()].filter((word) => /^[a-z]{3}/.test(word)).join("|");
const OTHER_SIGN = new RegExp(
  String.raw`\s(?:${SIGNS})\s+(?:aehm?|(?:aehm?\s+)?(?:${CORRECTIONS}))\s+(?=(?:${SIGNS})\s)`,
  "g",
);
/** "Max at web Punkt de, nein, Moritz at web Punkt de", "Unterstrich, nein, Bindestrich": what was said last. */
const corrected = (spoken: string): string =>
  spoken.replace(OTHER_SIGN, " ").replace(CORRECTION, "").replace(REFUSED, "");

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
  String.raw`^(?:@ )?(.*?)\s(?:${CORRECTIONS})(?:\s(?:${CORRECTIONS}|${anyOf(({ pauses }) => pauses)}))*\s+(@ )?(.+)$`,
);

/** "At gmx, nein, web Punkt de": the domain as it was said last; null where only a piece of it was taken back. */
function domainIn(spoken: string): { domain: string[]; tail: string[] } | null {
  const words = spoken.split(" ");
  const domain = untilItsEnd(words);
  const [, before, again, after = ""] = WRONG_DOMAIN.exec(domain.join(" ")) ?? [];
  const isPiece = before?.split(" ").some(isSymbol) && !again;
  if (before !== undefined && isPiece) return null;
  if (before !== undefined) return { domain: after.split(" "), tail: words.slice(domain.length) };
  const tail = words.slice(domain.length);
  const meant = correctedDomain(domain.join(" "), tail.join(" "));
  return meant === null ? null : { domain: meant.split(" "), tail };
}

/** An address with what is said around it. */
function addressIn(spoken: string, isJoined: boolean): string | null {
  const said = withDot(corrected(spoken));
  const at = said.indexOf("@ ");
  if (at < 0) return null;
  const local = localIn(said.slice(0, at).trim(), isJoined);
  const ending = domainIn(said.slice(at + 2).trim());
  const [name, domain] = [local && ending && withHintBehind(local, ending), ending && withHints(ending.domain)];
  return name && domain ? mend(`${signs(spelledOut(name))}@${signs(domain)}`) : null;
}

/** What stands before the sign, without what leads up to it and with its letters as they are told. */
function localIn(said: string, isJoined: boolean): string[] | null {
  const meant = correctedLocal(withoutTalk(said) ?? "");
  if (!meant) return null;
  const heard = spelledOnce(meant.split(" ").flatMap(withoutHyphen));
  const words = heard && withHints(heard);
  return words && (isJoined || !isTold(words)) ? words : null;
}

const withoutHyphen = (word: string): string[] => (/^[a-z]+ty-[a-z]+$/.test(word) ? word.split("-") : [word]);

/** More words than these in a row are a sentence and no address, unless it is said that they are one. */
const MOST_WORDS = 3;
const JOINED = /\b(?:zusammen|zusammengeschrieben|in einem wort|one word|together)\b/;

/** "Das ist die von meinem Mann Rolf at web Punkt de": where the address begins is open. */
function isTold(local: readonly string[]): boolean {
  let row = 0;
  for (const [at, word] of local.entries()) {
    // "Simpel U Punkt Thiel": a first name's letter has nothing before it.
    if (row > 0 && word.length === 1 && isSymbol(local[at + 1] ?? "")) return true;
    if (isSymbol(word)) row = 0;
    else if (word.length > 1 && !isBeside([word], 0) && !letterOf(word) && !digitsAt(local, at)) row++;
    if (row > MOST_WORDS) return true;
  }
  return false;
}

const LEAST_SPELLED = 3;

/** "Karen, K A R E N": what was said and then spelled is written once, as it was spelled; null where the letters are another word's. */
function spelledOnce(words: readonly string[]): string[] | null {
  const from = words.findIndex((_, at) =>
    words
      .slice(at, at + LEAST_SPELLED)
      .join(" ")
      .match(SPELLED),
  );
  const before = words[from - 1] ?? ".";
  // "C wie Cäsar, L E".
  if (letterOf(before) || words[from - 3]?.length === 1) return [...words];
  if (from < 0 || isSymbol(before) || isBeside([before], 0) || before.length === 1 || digitsAt(words, from - 1))
    return [...words];
  const length = words.slice(from).findIndex((word) => word.length > 1);
  const letters = words.slice(from, length < 0 ? undefined : from + length).join("");
  const isSame = letters === before || colognePhonetics(letters) === colognePhonetics(before);
  return isSame ? [...words.slice(0, from - 1), ...words.slice(from)] : null;
}
const SPELLED = /^[a-z] [a-z] [a-z]$/;

/** "At Gmail com": the dot that nobody says. */
const ENDING_WITHOUT_DOT =
  /(@ [a-z0-9-]+(?: (?!punkt|dot|minus|bindestrich)[a-z0-9-]+)?(?: (?:minus|bindestrich) [a-z0-9]+)*) (?:(de|com|net|org|ch|eu|info)(?=\s|$)|(at)(?=(?:\s(?:danke|bitte|please|thanks))?$))/g;
const withDot = (spoken: string): string =>
  spoken.replace(
    ENDING_WITHOUT_DOT,
    (_, domain: string, ending?: string, at?: string) => `${domain} punkt ${ending ?? at}`,
  );

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
