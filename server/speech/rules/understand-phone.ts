import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import type { SpeechLanguage } from "../schema";
import { correctedDigits, digitsBehindTalk, isOpenNumber, withoutRemark } from "./corrected-digits";
import { fold } from "./fold";
import { allLanguages, languageOf } from "./languages";
import { hasUnheardDigit } from "./spoken-digits";

export type SpokenPhone = { e164: string } | { ask: string } | { hidden: true };

interface PhoneOptions {
  country: string;
  language?: SpeechLanguage;
}

/** Said beside it: "meine Nummer ist unterdrückt", "private number". */
const ABOUT_HIDDEN =
  /\b(?:meine?|my|die|the|ist|is|wird|ruf|telefon|handy|caller|id)\b|\b(?:ruf|telefon)?(?:nummer|number)\b/g;
const HIDDEN =
  /^(?:anonym|anonymous|withheld|unknown|unbekannt|private|privat|restricted|unterdrueckt|unavailable|blocked|hidden|null)$/;

/** "anonymous", "restricted", "unavailable" and "unknown" as networks type them on a telephone's keys. */
const KEYPAD_WORDS: ReadonlySet<string> = new Set(["266696687", "7378742833", "86282452253", "8656696"]);

/** Anonymous, empty and all-zero numbers, and the placeholders that networks send for them: never a way to tell people apart. */
export function isHiddenNumber(value: string | null | undefined): boolean {
  const plain = fold(value ?? "")
    .trim()
    .replace(/^sip:|^tel:/, "")
    .replace(/@.*$/, "")
    .replace(ABOUT_HIDDEN, "")
    .trim();
  if (plain === "" || HIDDEN.test(plain)) return true;
  const digits = plain.replace(/\D/g, "");
  if (/^0+$/.test(digits)) return true;
  return KEYPAD_WORDS.has(digits);
}

/** A number as spoken or written, national or international, in E.164; doubtful ones are asked for again. */
export function understandPhone(text: string, { country, language = "de" }: PhoneOptions): SpokenPhone {
  if (isHiddenNumber(text) && text.trim() !== "") return { hidden: true };
  const { questions } = languageOf(language).contacts;
  const said = text.slice(0, 300).replace(/\(0\)/g, " ");
  const digits = correctedDigits(said);
  if (digits === null) return { ask: questions.phoneWrong };
  if (digits === "") return { ask: questions.phoneMissing };
  if (isHiddenNumber(digits)) return { hidden: true };
  if (hasUnheardDigit(said) || isOpenNumber(said)) return { ask: questions.phoneWrong };
  const behind = digitsBehindTalk(said);
  const region = saidCountry(text) ?? country;
  const number = (behind && parse(behind, region)) ?? parse(digits, region) ?? mobileBeforeRemark(said, country);
  return number ? { e164: number } : { ask: questions.phoneWrong };
}

const GERMAN_MOBILE = /^\+491[567]/;

/** "…, also dreimal die drei": digits that were only talked about make a number too long. */
function mobileBeforeRemark(said: string, country: string): string | null {
  const whole = withoutRemark(said);
  const number = whole === null ? null : parse(correctedDigits(whole) ?? "", country);
  return number && GERMAN_MOBILE.test(number) ? number : null;
}

const COUNTRIES = allLanguages().flatMap(({ contacts }) => Object.entries(contacts.digits.countries));
/** "Eine österreichische Nummer", "die Vorwahl von Österreich". */
const ofNumber = (country: string): RegExp =>
  new RegExp(
    String.raw`\b(?:${country})\b \w*(?:nummer|vorwahl|handy|number|mobile)|(?:nummer|vorwahl|number|code)\b (?:\w+ ){0,2}(?:${country})\b`,
  );
const NUMBER_OF = COUNTRIES.map(([code, country]): [string, RegExp] => [code, ofNumber(country)]);

/** The country whose number it is, where it was named. */
const saidCountry = (text: string): string | undefined => {
  const said = fold(text).replace(/[^a-z\d]+/g, " ");
  return NUMBER_OF.find(([, pattern]) => pattern.test(said))?.[0];
};

/** Behind 0176 there are always eight digits, and one is easily left out. */
const TOO_SHORT = /^\+49176\d{7}$/;
/** Where a number needs its leading nought: without it the area is not known. */
const WITH_TRUNK: ReadonlySet<string> = new Set(["DE", "AT", "CH"]);

function parse(said: string, country: string): string | null {
  const region: CountryCode = isSupportedCountry(country) ? country : "DE";
  const digits = withoutRepetition(said);
  const abroad = digits.startsWith("+") ? digits : `+${digits}`;
  // "Vier neun eins sieben sechs": the country's own code without its plus, which would pass for an area's.
  const hasCode = digits.startsWith(getCountryCallingCode(region));
  const spelledOut = [...(hasCode ? [abroad] : []), digits, digits.replace(/^00/, "+"), abroad];
  for (const candidate of spelledOut) {
    const number = parsePhoneNumberFromString(candidate, region);
    // A nought kept behind the country code ("+49 0176") is no part of the number.
    const mended = number?.isValid()
      ? number
      : parsePhoneNumberFromString(candidate.replace(/^(\+(?:49|43|41))0/, "$1"), region);
    const isLocal = WITH_TRUNK.has(region) && candidate === digits && !/^[0+]/.test(digits);
    if (mended && TOO_SHORT.test(mended.number)) return null;
    if (mended?.isValid() && !(isLocal && mended.getType() !== "MOBILE")) return mended.number;
  }
  return null;
}

/** Said twice, to be sure. */
function withoutRepetition(digits: string): string {
  const half = digits.slice(0, digits.length / 2);
  return half.length > 6 && half + half === digits ? half : digits;
}
