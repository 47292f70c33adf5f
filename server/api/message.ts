import de from "@/public/locales/de/errors.json";
import en from "@/public/locales/en/errors.json";
import type { FieldError } from "./failure";
import type { Locale } from "./locale";

interface Messages {
  codes: Record<string, string>;
  reasons: Record<string, string>;
  fields: Record<string, string>;
}

const MESSAGES: Record<Locale, Messages> = { de, en };

/** One sentence for a person: the reason's where there is one, else the code's. */
export function messageOf({ code, reason }: { code: string; reason: string }, locale: Locale): string {
  const { codes, reasons } = MESSAGES[locale];
  return reasons[reason] ?? codes[code] ?? code;
}

interface Rows<E> {
  results: { error: E | null }[];
}

/** The answer about many, with a sentence for each one that was refused. */
export function sayRefusals<A extends Rows<{ code: string; reason: string }>>(answer: A, locale: Locale) {
  const results = answer.results.map((row) => ({
    ...(row as A["results"][number]),
    error: row.error && { ...row.error, message: messageOf(row.error, locale) },
  }));
  return { ...answer, results };
}

/** A reason that stands in a list rather than in an answer of its own. */
export const reasonText = (reason: string, locale: Locale): string => MESSAGES[locale].reasons[reason] ?? reason;

export function fieldMessages(fields: FieldError[], locale: Locale): { field: string; message: string }[] {
  const texts = MESSAGES[locale].fields;
  return fields.map(({ field, problem }) => ({ field, message: texts[problem] ?? texts.invalid ?? problem }));
}
