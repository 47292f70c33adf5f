import { z } from "zod";

/** Whole cents of a currency; never a float, never without its currency beside it. */
export const cents = z.int();

/** `49,00 €` in German, `€49.00` in English. */
export function formatMoney(amountCents: number, { currency, locale }: { currency: string; locale: string }): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amountCents / 100);
}
