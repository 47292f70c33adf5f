import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { DAY, MINUTE, toOffsetIso } from "@/server/core/time";
import { may } from "@/server/identity/rules/permissions";
import { requireStaff } from "@/server/staff/commands/require-staff";
import type { Calendar } from "../repository/load-calendar";
import { findTaker } from "../repository/taker";
import { nearestAlternatives } from "../rules/nearest-alternatives";
import type { Slot } from "../rules/slot";
import { type Limits, limitsOf } from "../rules/slot-limits";
import { partsOf, type ServiceWish } from "../rules/wished-parts";
import type { UnbookableReason } from "../schema";
import { type SlotQuery, searchSlots } from "./search-slots";

export interface WantedSlot extends ServiceWish, Omit<SlotQuery, "from" | "until" | "perStaff" | "isExact"> {
  startsAt: Date;
  /** This session of a class, where several begin at that time. */
  classSessionId?: string | null;
  /** A person may choose a start between the slots of the grid. */
  isFreeChoice?: boolean;
}

export interface FreeSlotFound {
  slot: Slot;
  /** Of the services that were asked for. */
  serviceNames: Readonly<Record<string, string>>;
  currency: string;
  /** Of this calendar, for whoever takes the slot. */
  limits: Limits | null;
}

/** A time that can never be had, whoever asks; anything else is a conflict with alternatives. */
const WRONG_TIMES: readonly UnbookableReason[] = ["in_the_past", "beyond_horizon"];

/** The slot at that instant; throws APPOINTMENT_CONFLICT with the nearest alternatives, or names what is wrong with the time. */
export async function requireFreeSlot(tx: TransactionContext, wanted: WantedSlot): Promise<FreeSlotFound> {
  const { startsAt, classSessionId } = wanted;
  const only = { from: startsAt, until: new Date(startsAt.getTime() + 1), isExact: wanted.isFreeChoice ?? false };
  const { slots, ...found } = await searchSlots(tx, { ...wanted, ...only, perStaff: Boolean(classSessionId) });
  const slot = classSessionId ? slots.find(({ session }) => session?.id === classSessionId) : slots[0];
  const { serviceNames, currency } = found.calendar;
  if (slot) return { slot, serviceNames, currency, limits: limitsOf(found.calendar) };
  const reason = found.reason ?? (classSessionId ? "no_session" : "fully_booked");
  if (reason === "staff_does_not_offer_it") await requireOurStaff(tx, wanted);
  if (WRONG_TIMES.includes(reason)) throw new AppError({ code: "VALIDATION_ERROR", reason });
  throw new AppError({ code: "APPOINTMENT_CONFLICT", reason, details: await conflictDetails(tx, wanted) });
}

/** Whoever is nobody of ours is a wrong id, and does not just lack the service. */
async function requireOurStaff(tx: TransactionContext, wanted: WantedSlot): Promise<void> {
  for (const { staffId } of partsOf(wanted)) if (staffId) await requireStaff(tx, { staffId });
}

/** What was asked for, and three other times near it. */
export async function conflictDetails(tx: TransactionContext, wanted: WantedSlot): Promise<Record<string, unknown>> {
  const at = wanted.startsAt.getTime();
  const near = { from: new Date(Math.max(tx.now.getTime(), at - 2 * DAY)), until: new Date(at + 7 * DAY) };
  const { slots, calendar } = await searchSlots(tx, { ...wanted, ...near, ignoresWorkingHours: false });
  const taker = may(tx, "view_appointments") ? await findTaker(tx, takerOf(wanted, calendar)) : null;
  const nearest = nearestAlternatives(slots, { ranges: [{ from: at, to: at }], count: 3 });
  return {
    requested_time: toOffsetIso(calendar.zone, at),
    ...(taker && { conflicting_appointment_id: taker }),
    alternatives: nearest.map((slot) => ({
      starts_at: toOffsetIso(calendar.zone, slot.startsAt),
      ends_at: toOffsetIso(calendar.zone, slot.endsAt),
      staff_id: slot.staffId,
      staff_name: calendar.staffNames[slot.staffId] ?? "",
      ...(slot.session && { class_session_id: slot.session.id, places_left: slot.session.placesLeft }),
    })),
  };
}

/** Whose time it would have been, of the person that is wanted, or of all who do it. */
function takerOf(wanted: WantedSlot, { services, staff }: Calendar) {
  const parts = partsOf(wanted);
  const minutes = parts.map((part) => {
    return part.durationMinutes ?? services.find(({ id }) => id === part.serviceId)?.durationMinutes ?? 0;
  });
  const lasts = minutes.reduce((sum, one) => sum + one, 0) * MINUTE;
  const able = staff.filter(({ id, offers }) => {
    return wanted.staffId ? id === wanted.staffId : offers.some(({ serviceId }) => serviceId === wanted.serviceId);
  });
  return {
    staffIds: able.map(({ id }) => id),
    from: wanted.startsAt,
    until: new Date(wanted.startsAt.getTime() + lasts),
    besides: wanted.movingAppointmentId ?? null,
  };
}

/** Runs what takes a slot; when somebody else was faster, the refusal tells the nearest times that are left. */
export async function withAlternatives<T>(
  tx: TransactionContext,
  { wanted, take }: { wanted: WantedSlot; take: () => Promise<T> },
): Promise<T> {
  try {
    return await take();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "APPOINTMENT_CONFLICT") throw error;
    throw new AppError({ code: error.code, reason: error.reason, details: await conflictDetails(tx, wanted) });
  }
}
