import type { Slot } from "@/server/availability/rules/slot";
import { isPlainWish, partsOf, type ServiceWish } from "@/server/availability/rules/wished-parts";
import type { AppointmentSource, AppointmentStatus } from "../schema";

/** An appointment's row as a booking writes it. */
export interface BookingRow extends ReturnType<typeof slotColumns> {
  id: string;
  branchId: string;
  customerId: string;
  serviceId: string;
  callId: string | null;
  source: AppointmentSource;
  status: AppointmentStatus;
  /** What is left of the price after the discount. */
  priceCents: number;
  discountCents: number;
  discountReason: string | null;
  depositCents: number | null;
  depositFixedCents: number | null;
  depositPercentHundredths: number | null;
  currency: string;
  notes: string | null;
  idempotencyKey: string | null;
  confirmedAt: Date | null;
  createdByUserId: string | null;
  explanation?: unknown;
  parts?: unknown;
  sameStaff: boolean;
  maxWaitMinutes: number | null;
}

export interface SegmentRow {
  appointmentId: string;
  position: number;
  serviceId: string;
  name: string;
  staffId: string;
  resourceId: string | null;
  startsAt: Date;
  endsAt: Date;
  occupiesStaff: boolean;
}

/** What an appointment's row says of its slot. */
export function slotColumns(slot: Slot) {
  return {
    staffId: slot.staffId,
    classSessionId: slot.session?.id ?? null,
    bookingType: slot.segments.length > 1 ? ("composite" as const) : ("simple" as const),
    startsAt: new Date(slot.startsAt),
    endsAt: new Date(slot.endsAt),
    blockedFrom: new Date(slot.blockedFrom),
    blockedUntil: new Date(slot.blockedUntil),
  };
}

/** The stretches of an appointment by their names; one without a name of its own is called like its service. */
export function segmentRows(
  appointmentId: string,
  { slot, serviceNames }: { slot: Slot; serviceNames: Readonly<Record<string, string>> },
): SegmentRow[] {
  return slot.segments.map(({ position, serviceId, name, staffId, startsAt, endsAt, occupiesStaff, resources }) => ({
    appointmentId,
    position,
    serviceId,
    name: name ?? serviceNames[serviceId] ?? "",
    staffId,
    resourceId: resources[0]?.resourceId ?? null,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    occupiesStaff,
  }));
}

/** On what terms it was wished. */
export interface WishTerms {
  sameStaff?: boolean | null | undefined;
  maxWaitMinutes?: number | null | undefined;
}

export const termsToKeep = ({ sameStaff, maxWaitMinutes }: WishTerms) => {
  return { sameStaff: sameStaff ?? false, maxWaitMinutes: maxWaitMinutes ?? null };
};

/** What has to be remembered of a wish, so that a move looks for just that. */
export function partsToKeep(wish: ServiceWish) {
  if (isPlainWish(wish)) return {};
  const parts = partsOf(wish).map(({ serviceId, staffId = null, durationMinutes = null }) => {
    return { serviceId, staffId, durationMinutes };
  });
  return { parts };
}
