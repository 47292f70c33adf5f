import de from "@/public/locales/de/errors.json";
import en from "@/public/locales/en/errors.json";
import type { Failure, FieldError } from "./failure";
import type { Locale } from "./locale";

interface Messages {
  codes: Record<string, string>;
  reasons: Record<string, string>;
  fields: Record<string, string>;
}

const MESSAGES: Record<Locale, Messages> = { de, en };

/** One sentence for a person: the reason's where there is one, else the code's. */
export function messageOf({ code, reason }: Failure, locale: Locale): string {
  const { codes, reasons } = MESSAGES[locale];
  return reasons[reason] ?? codes[code] ?? code;
}

/** A reason that stands in a list rather than in an answer of its own. */
export const reasonText = (reason: string, locale: Locale): string => MESSAGES[locale].reasons[reason] ?? reason;

export function fieldMessages(fields: FieldError[], locale: Locale): { field: string; message: string }[] {
  const texts = MESSAGES[locale].fields;
  return fields.map(({ field, problem }) => ({ field, message: texts[problem] ?? texts.invalid ?? problem }));
}
