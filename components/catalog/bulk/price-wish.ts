import type { PriceChange } from "@/server/catalog/services/schema/price";

export const PRICE_WAYS = ["raise_percent", "lower_percent", "raise_amount", "lower_amount"] as const;
export type PriceWay = (typeof PRICE_WAYS)[number];
export const ROUNDINGS = [1, 10, 50, 100] as const;

/** As it is typed. */
export interface PriceWish {
  way: PriceWay;
  percent: string;
  cents: number | null;
  roundToCents: (typeof ROUNDINGS)[number];
}

export const NO_WISH: PriceWish = { way: "raise_percent", percent: "", cents: null, roundToCents: 1 };

export const isByPercent = ({ way }: Pick<PriceWish, "way">): boolean => way.endsWith("percent");

/** What is asked of the server, or null while nothing sensible is typed. */
export function toPriceChange(wish: PriceWish): PriceChange | null {
  const { way, percent, cents, roundToCents } = wish;
  const typed = isByPercent(wish) ? Number(percent.trim().replace(",", ".")) : Number(cents ?? Number.NaN);
  const most = isByPercent(wish) ? (way.startsWith("lower") ? 100 : 500) : 10_000_000;
  if (!Number.isFinite(typed) || typed <= 0 || typed > most) return null;
  const by = way.startsWith("lower") ? -typed : typed;
  return isByPercent(wish) ? { percent: by, roundToCents } : { cents: Math.round(by), roundToCents };
}
