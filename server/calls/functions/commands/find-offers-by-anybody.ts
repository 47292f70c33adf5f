import type { TransactionContext } from "@/server/core/context";
import { findOffers, type OfferRequest, type Offers } from "./find-offers";

/** What is free, as it is wished for; where the one who is wanted does not do it at all, with whoever does. */
export async function findOffersByAnybody(tx: TransactionContext, request: OfferRequest): Promise<Offers> {
  const found = await findOffers(tx, request);
  if (found.reason !== "staff_does_not_offer_it" || found.offers.length > 0) return found;
  const { obstacle: _obstacle, followedBy = [], ...wanted } = request;
  const anybody = followedBy.map((part) => ({ ...part, staffId: null }));
  const { offers, calendar } = await findOffers(tx, { ...wanted, staffId: null, followedBy: anybody });
  return { isAsWished: false, reason: found.reason, offers, calendar };
}
