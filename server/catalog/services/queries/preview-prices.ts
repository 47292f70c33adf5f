import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { listPrices } from "../repository/prices";
import { changedPrice } from "../rules/price-change";
import type { PreviewPricesInput, PricePreview } from "../schema/price";

/** What services would cost after a change of their prices; nothing is written. */
export async function previewPrices(
  ctx: CompanyContext,
  { serviceIds, price }: PreviewPricesInput,
): Promise<PricePreview> {
  const rows = await transact(ctx, (tx) => listPrices(tx, serviceIds));
  if (rows.length < new Set(serviceIds).size) throw notFound("service");
  return {
    prices: rows.map(({ id: serviceId, priceCents, ...row }) => {
      return { serviceId, priceCents, ...row, newPriceCents: changedPrice(priceCents, price) };
    }),
  };
}
