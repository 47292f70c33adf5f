import { z } from "zod";
import { serviceCents } from "./service";

/** By so much: by a percentage or by an amount, and to which step it is rounded. */
export const priceChange = z
  .object({
    percent: z.number().min(-100).max(500).optional(),
    cents: z.int().min(-10_000_000).max(10_000_000).optional(),
    roundToCents: z.literal([1, 10, 50, 100]).default(1),
  })
  .refine(({ percent, cents }) => (percent === undefined) !== (cents === undefined), { path: ["percent"] });
export type PriceChange = z.infer<typeof priceChange>;

export const previewPricesInput = z.object({ serviceIds: z.array(z.uuid()).min(1).max(100), price: priceChange });
export type PreviewPricesInput = z.infer<typeof previewPricesInput>;

export const pricePreview = z.object({
  prices: z.array(
    z.object({
      serviceId: z.uuid(),
      name: z.string(),
      /** Of the service itself: what a branch or a person takes instead stays. */
      priceCents: z.int(),
      newPriceCents: z.int(),
      version: z.int(),
    }),
  ),
});
export type PricePreview = z.infer<typeof pricePreview>;

/** For each service what it gets; with a version only if it still stands so. */
export const editServicesInput = z.object({
  changes: z
    .array(
      z.object({
        serviceId: z.uuid(),
        version: z.int().optional(),
        isActive: z.boolean().optional(),
        isOnlineBookable: z.boolean().optional(),
        isPhoneBookable: z.boolean().optional(),
        category: z.string().trim().min(1).max(60).nullish(),
        priceCents: serviceCents.optional(),
      }),
    )
    .min(1)
    .max(100),
});
export type EditServicesInput = z.infer<typeof editServicesInput>;

/** How it was before, in the fields that were sent: sent back with the new version, everything stands as it stood. */
const standing = editServicesInput.shape.changes.element.omit({ serviceId: true, version: true });

export const editedServices = z.object({
  results: z.array(
    z.object({
      serviceId: z.uuid(),
      isDone: z.boolean(),
      reason: z.string().nullable(),
      version: z.int().nullable(),
      before: standing.nullable(),
    }),
  ),
});
export type EditedServices = z.infer<typeof editedServices>;
