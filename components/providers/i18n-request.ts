import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "./load-messages";
import { chooseLocale, LOCALE_COOKIE } from "./locales";

/** Language and words of a request. Times name their zone themselves; this one is only the fallback. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale({ chosen: jar.get(LOCALE_COOKIE)?.value, accepted: head.get("accept-language") });
  return { locale, messages: await loadMessages(locale), timeZone: "Europe/Berlin" };
});
