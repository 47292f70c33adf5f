import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import type { AppointmentRow } from "../repository/read";
import { checkDiscount, discountOf, priceColumns } from "../rules/discount";
import { isMovable } from "../rules/status";
import type { EditAppointmentInput } from "../schema";
import { requireRight } from "./require-right";

interface Wish {
  before: AppointmentRow;
  input: Pick<EditAppointmentInput, "discountCents" | "discountReason">;
}

/**
 * What the appointment costs with another discount, and what is due beforehand then; null where nobody asked for one. Before
 * it is done only: afterwards the price is what the customer has paid.
 */
export function requireDiscountAllowed(tx: TransactionContext, { before, input }: Wish) {
  if (input.discountCents === undefined) return null;
  requireRight(tx, "discount_appointments");
  const { status } = before;
  if (!isMovable(status) && status !== "in_progress")
    throw new AppError({ code: "INVALID_TRANSITION", reason: `is_${status}`, details: { from: status } });
  const discount = discountOf(input);
  const fullPriceCents = before.priceCents + before.discountCents;
  const refusal = checkDiscount(discount, { fullPriceCents });
  if (refusal) throw new AppError(refusal);
  const priceCents = fullPriceCents - discount.discountCents;
  return { ...discount, ...priceColumns(before, { ...discount, priceCents, now: tx.now }) };
}
