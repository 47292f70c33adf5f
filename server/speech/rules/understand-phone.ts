import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { SpeechLanguage } from "../schema";
import { fold } from "./fold";
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

const QUESTIONS: Record<SpeechLanguage, { missing: string; wrong: string }> = {
  de: {
    missing: "Unter welcher Nummer erreichen wir Sie?",
    wrong: "Die Nummer ist so nicht vollständig. Sagen Sie sie mir bitte noch einmal, Ziffer für Ziffer?",
  },
  en: {
    missing: "What number can we reach you on?",
    wrong: "That number does not seem complete. Could you say it again, digit by digit?",
  },
};

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
  const digits = spokenDigits(text.slice(0, 300).replace(/\(0\)/g, " "));
  if (digits === "") return { ask: QUESTIONS[language].missing };
  if (isHiddenNumber(digits)) return { hidden: true };
  const number = parse(digits, country);
  return number ? { e164: number } : { ask: QUESTIONS[language].wrong };
}

function parse(digits: string, country: string): string | null {
  const region: CountryCode = isSupportedCountry(country) ? country : "DE";
  const spelledOut = [digits, digits.replace(/^00/, "+"), digits.startsWith("+") ? digits : `+${digits}`];
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
