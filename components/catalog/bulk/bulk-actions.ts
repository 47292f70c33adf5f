import type { EditServicesInput, PricePreview } from "@/server/catalog/services/schema/price";

export const BULK_ACTIONS = ["activate", "deactivate", "online", "offline", "category", "price"] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** What was chosen in the dialog for all of them. */
export interface Wish {
  category: string;
  /** As it was previewed, each with the version that was seen. */
  prices: PricePreview["prices"];
}

type Change = EditServicesInput["changes"][number];

/** What each service gets. */
export function changesOf(action: BulkAction, { ids, category, prices }: Wish & { ids: readonly string[] }): Change[] {
  if (action === "price")
    return prices.map(({ serviceId, version, newPriceCents }) => ({ serviceId, version, priceCents: newPriceCents }));
  const fields = fieldsOf(action, category.trim());
  return ids.map((serviceId) => ({ serviceId, ...fields }));
}

function fieldsOf(action: Exclude<BulkAction, "price">, category: string): Omit<Change, "serviceId"> {
  if (action === "category") return { category: category || null };
  if (action === "online" || action === "offline") return { isOnlineBookable: action === "online" };
  return { isActive: action === "activate" };
}
