import type { HoldOffer } from "@/server/availability/schema";
import { toLocal, toOffsetIso } from "@/server/core/time";

interface SlotFacts {
  zone: string;
  branchName: string;
  serviceName: string;
  serviceNames: Readonly<Record<string, string>>;
  currency: string;
  staffNames: Readonly<Record<string, string>>;
  /** Where another one was asked for than the service's own. */
  durationMinutes?: number | null | undefined;
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
    ...(offer.session && { party_size: offer.partySize, places_left: offer.session.placesLeft }),
    ...(facts.durationMinutes && { duration_minutes: facts.durationMinutes }),
    ...(offer.followedBy?.length && {
      service_ids: [offer.serviceId, ...offer.followedBy.map((part) => part.serviceId)],
    }),
    ...(offer.segments.length > 1 && { segments: offer.segments.map((segment) => toSegmentAnswer(segment, facts)) }),
  };
}

function toSegmentAnswer(segment: HoldOffer["segments"][number], { zone, staffNames, serviceNames }: SlotFacts) {
  const { serviceId, name, staffId, startsAt, endsAt } = segment;
  return {
    service_id: serviceId,
    name: name ?? serviceNames[serviceId] ?? "",
    starts_at: toOffsetIso(zone, startsAt),
    ends_at: toOffsetIso(zone, endsAt),
    staff_id: staffId,
    staff_name: staffNames[staffId] ?? "",
  };
}

/** Everybody who does a part of it, in the order of their parts; a class is its teacher's, whose time the session has. */
export function staffOfOffer(offer: HoldOffer, staffNames: Readonly<Record<string, string>>): string[] {
  const doers = offer.segments.filter((one) => one.occupiesStaff || offer.session);
  return [...new Set(doers.map(({ staffId }) => staffNames[staffId] ?? ""))];
}
