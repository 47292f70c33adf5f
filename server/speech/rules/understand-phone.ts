import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import type { SpeechLanguage } from "../schema";
import { fold } from "./fold";
import { languageOf } from "./languages";
import { spokenDigits } from "./spoken-digits";

export type SpokenPhone = { e164: string } | { ask: string } | { hidden: true };

interface PhoneOptions {
  country: string;
  language?: SpeechLanguage;
}

const HIDDEN =
  /^(?:anonym|anonymous|withheld|unknown|unbekannt|private|privat|restricted|unterdrueckt|unavailable|blocked|hidden|null)$/;

/** "anonymous", "restricted", "unavailable" and "unknown" as networks type them on a telephone's keys. */
const KEYPAD_WORDS: ReadonlySet<string> = new Set(["266696687", "7378742833", "86282452253", "8656696"]);

/** Anonymous, empty and all-zero numbers, and the placeholders that networks send for them: never a way to tell people apart. */
export function isHiddenNumber(value: string | null | undefined): boolean {
  const plain = fold(value ?? "")
    .trim()
    .replace(/^sip:|^tel:/, "")
    .replace(/@.*$/, "");
  if (plain === "" || HIDDEN.test(plain)) return true;
  const digits = plain.replace(/\D/g, "");
  if (/^0+$/.test(digits)) return true;
  return KEYPAD_WORDS.has(digits);
}

/** A number as spoken or written, national or international, in E.164; doubtful ones are asked for again. */
export function understandPhone(text: string, { country, language = "de" }: PhoneOptions): SpokenPhone {
  if (isHiddenNumber(text) && text.trim() !== "") return { hidden: true };
  const { questions } = languageOf(language).contacts;
  const digits = spokenDigits(text.slice(0, 300).replace(/\(0\)/g, " "));
  if (digits === "") return { ask: questions.phoneMissing };
  if (isHiddenNumber(digits)) return { hidden: true };
  const number = parse(digits, country);
  return number ? { e164: number } : { ask: questions.phoneWrong };
}

function parse(digits: string, country: string): string | null {
  const region: CountryCode = isSupportedCountry(country) ? country : "DE";
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
    if (mended?.isValid()) return mended.number;
  }
  return null;
}
