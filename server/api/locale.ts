export type Locale = "de" | "en";

export const LOCALE_COOKIE = "locale";

const COOKIE = /(?:^|;\s*)locale=(de|en)(?:;|$)/;

/** The language of an answer: the one chosen on the page, else the browser's or caller's, else German. */
export function localeOf(headers: Headers): Locale {
  const chosen = COOKIE.exec(headers.get("cookie") ?? "")?.[1];
  if (chosen) return chosen as Locale;
  const accepted = (headers.get("accept-language") ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((language) => language === "de" || language === "en");
  return (accepted as Locale | undefined) ?? "de";
}
