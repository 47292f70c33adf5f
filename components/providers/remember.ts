"use server";

import { cookies } from "next/headers";
import { isLocale, LOCALE_COOKIE } from "./locales";

const YEAR_SECONDS = 365 * 24 * 3600;

async function remember(name: string, value: string) {
  (await cookies()).set(name, value, { maxAge: YEAR_SECONDS, sameSite: "lax", path: "/" });
}

/** Setting a cookie in an action renders the page anew: the other language is there without a reload. */
export async function rememberLocale(locale: string): Promise<void> {
  if (isLocale(locale)) await remember(LOCALE_COOKIE, locale);
}

/** Known to the server, so that the next page comes with the right width at once. */
export async function rememberSidebar(isCollapsed: boolean): Promise<void> {
  await remember("sidebar", isCollapsed ? "collapsed" : "open");
}
