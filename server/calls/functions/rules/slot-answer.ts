import type { HoldOffer } from "@/server/availability/schema";
import { toLocal, toOffsetIso } from "@/server/core/time";

interface SlotFacts {
  zone: string;
  branchName: string;
  serviceName: string;
  currency: string;
  staffNames: Readonly<Record<string, string>>;
}

/** An offer as the agent gets it; `slot_id` is all that it has to repeat. */
export function toSlotAnswer(offer: HoldOffer, facts: SlotFacts) {
  const { zone } = facts;
  const [starts_at, ends_at] = [toOffsetIso(zone, offer.startsAt), toOffsetIso(zone, offer.endsAt)];
  const { date, time } = toLocal(zone, offer.startsAt);
  return {
    slot_id: offer.slotId,
    starts_at,
    ends_at,
    start: starts_at,
    end: ends_at,
    date,
    time,
    staff_id: offer.staffId,
    staff_name: facts.staffNames[offer.staffId] ?? "",
    branch_id: offer.branchId,
    branch_name: facts.branchName,
    service_id: offer.serviceId,
    service_name: facts.serviceName,
    price_cents: offer.priceCents,
    currency: facts.currency,
  };
}

export type SlotAnswer = ReturnType<typeof toSlotAnswer>;
