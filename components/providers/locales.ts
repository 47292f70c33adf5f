/** The languages whose message files are complete; German is the first. */
export const LOCALES = ["de", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "de";
export const LOCALE_COOKIE = "locale";

export const LOCALE_NAMES: Record<Locale, string> = { de: "Deutsch", en: "English" };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** What the user chose, else the browser's best match, else German. */
export function chooseLocale({ chosen, accepted }: { chosen?: string; accepted?: string | null }): Locale {
  if (isLocale(chosen)) return chosen;
  const wishes = (accepted ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().split(";");
    const quality = parameters.find((each) => each.trim().startsWith("q="));
    return { language: tag.toLowerCase().split("-")[0], quality: quality ? Number(quality.split("=")[1]) : 1 };
  });
  const ranked = wishes.filter((wish) => wish.quality > 0).sort((a, b) => b.quality - a.quality);
  return ranked.map((wish) => wish.language).find(isLocale) ?? DEFAULT_LOCALE;
}
