import type { z } from "zod";

interface Discounted {
  discountCents?: number | undefined;
  discountReason?: string | null | undefined;
}

/** There is no discount without a reason. */
export function withDiscountReason<Schema extends z.ZodType<Discounted>>(schema: Schema) {
  return schema.refine(({ discountCents, discountReason }) => !discountCents || discountReason?.trim(), {
    path: ["discountReason"],
    message: "required",
  });
}
