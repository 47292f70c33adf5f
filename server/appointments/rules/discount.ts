import type { Refusal } from "@/server/core/errors";
import { type DepositBasis, depositDueCents } from "@/server/policies/rules/deposit";

export interface Discount {
  discountCents: number;
  discountReason: string | null;
}

interface Wished {
  discountCents?: number | undefined;
  discountReason?: string | null | undefined;
}

/** What is let off, and why; with no amount nothing is, whatever else was said. */
export const discountOf = ({ discountCents = 0, discountReason }: Wished): Discount => ({
  discountCents,
  discountReason: discountCents > 0 ? discountReason || null : null,
});

/** Says what is wrong with a discount on that price, or null: it has a reason, and nobody is paid for coming. */
export function checkDiscount(
  { discountCents, discountReason }: Discount,
  { fullPriceCents }: { fullPriceCents: number },
): Refusal | null {
  if (discountCents === 0) return null;
  if (!discountReason) return { code: "VALIDATION_ERROR", reason: "discount_reason_missing" };
  if (discountCents <= fullPriceCents) return null;
  return { code: "VALIDATION_ERROR", reason: "discount_above_price", details: { price_cents: fullPriceCents } };
}

interface Asked {
  depositCents: number | null;
  depositFixedCents: number | null;
  depositPercentHundredths: number | null;
}

/** How the deposit of an appointment was asked when it was booked. */
function basisOf({ depositCents, depositFixedCents, depositPercentHundredths }: Asked): DepositBasis | null {
  if (depositPercentHundredths !== null) return { cents: null, percent: depositPercentHundredths / 100 };
  const cents = depositFixedCents ?? depositCents;
  return cents === null ? null : { cents, percent: null };
}

/** What an appointment keeps of how its deposit was asked, and what is due by that. */
export function depositColumns(basis: DepositBasis | null, prices: { fullPriceCents: number; priceCents: number }) {
  const { cents = null, percent = null } = basis ?? {};
  return {
    depositCents: basis && depositDueCents(basis, prices),
    depositFixedCents: cents,
    depositPercentHundredths: percent === null ? null : Math.round(percent * 100),
  };
}

interface Deposited extends Asked {
  depositPaidCents: number | null;
  depositPaidAt: Date | null;
  depositReturnedCents: number | null;
}

/** What an appointment costs, and what was let off for that. */
export interface Amounts {
  priceCents: number;
  discountCents: number;
}

/** An appointment's columns at another price, with what is due beforehand then. */
export function priceColumns(row: Deposited, { priceCents, discountCents, now }: Amounts & { now: Date }) {
  const fullPriceCents = priceCents + discountCents;
  return { priceCents, discountCents, ...depositAfterDiscount(row, { fullPriceCents, priceCents, now }) };
}

interface Repriced {
  fullPriceCents: number;
  priceCents: number;
  now: Date;
}

/** What is due beforehand once the price has changed: as it was asked at the booking, and no less than is here already. */
export function depositAfterDiscount(row: Deposited, { now, ...prices }: Repriced) {
  const basis = basisOf(row);
  if (!basis) return {};
  const { depositPaidCents, depositPaidAt, depositReturnedCents } = row;
  const hereCents = (depositPaidCents ?? 0) - (depositReturnedCents ?? 0);
  const due = Math.max(hereCents, depositDueCents(basis, prices) ?? 0);
  const isComplete = hereCents > 0 && hereCents >= due;
  return { depositCents: due || null, depositPaidAt: isComplete ? (depositPaidAt ?? now) : null };
}
