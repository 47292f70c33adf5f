/** Those that one meets in German-speaking businesses, the most spoken first. */
export const LANGUAGES = [
  ...["de", "en", "tr", "ar", "ru", "uk", "pl", "ro", "it", "es"],
  ...["fr", "hr", "sr", "sq", "el", "pt", "hu", "fa", "ku", "vi"],
] as const;

const names = new Map<string, Intl.DisplayNames>();

/** `de` is "Deutsch" for a German reader. */
export function languageName(code: string, locale: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: "language" });
  names.set(locale, known);
  return known.of(code) ?? code;
}
