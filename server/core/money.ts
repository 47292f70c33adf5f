import { z } from "zod";

/** Whole cents of a currency; never a float, never without its currency beside it. */
export const cents = z.int();

/** `49,00 €` in German, `€49.00` in English. */
export function formatMoney(amountCents: number, { currency, locale }: { currency: string; locale: string }): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amountCents / 100);
}

const AMOUNT = /^[1-9]\d{0,2}([.,'])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d{1,2})?$|^\d+(?:[.,]\d{1,2})?$/;

/**
 * Cents from what a person types, in German or English notation: `49`, `49,9`, `1.234,50`, `1,234.50 €`; null for anything
 * else. Three digits behind a single mark are thousands.
 */
export function parseMoney(text: string): number | null {
  const typed = text.replace(/[\s€$]|CHF|EUR/gi, "");
  if (!AMOUNT.test(typed)) return null;
  const [, whole = "", fraction = ""] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(typed) ?? [];
  return Number(whole.replace(/[.,']/g, "")) * 100 + Number(fraction.padEnd(2, "0"));
}

/** As it stands in a field, without a currency: `1234,50` in German, `1234.50` in English. */
export function writeMoney(amountCents: number, locale: string): string {
  const amount = (amountCents / 100).toFixed(2);
  return locale.startsWith("de") ? amount.replace(".", ",") : amount;
}
