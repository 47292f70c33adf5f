import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { DAY, toOffsetIso } from "@/server/core/time";
import { nearestAlternatives } from "../rules/nearest-alternatives";
import type { Slot } from "../rules/slot";
import type { UnbookableReason } from "../schema";
import { searchSlots } from "./search-slots";

export interface WantedSlot {
  branchId: string;
  serviceId: string;
  staffId?: string | null;
  preferredStaffId?: string | null;
  startsAt: Date;
  callId?: string | null;
  movingAppointmentId?: string | null;
  /** A person may choose a start between the slots of the grid. */
  isFreeChoice?: boolean;
}

export interface FreeSlotFound {
  slot: Slot;
  serviceName: string;
  currency: string;
}

/** A time that can never be had, whoever asks; anything else is a conflict with alternatives. */
const WRONG_TIMES: readonly UnbookableReason[] = ["in_the_past", "beyond_horizon"];

/** The slot at that instant; throws APPOINTMENT_CONFLICT with the nearest alternatives, or names what is wrong with the time. */
export async function requireFreeSlot(tx: TransactionContext, wanted: WantedSlot): Promise<FreeSlotFound> {
  const { startsAt } = wanted;
  const only = { from: startsAt, until: new Date(startsAt.getTime() + 1), isExact: wanted.isFreeChoice };
  const found = await searchSlots(tx, { ...wanted, ...only });
  const [slot] = found.slots;
  if (slot) return { slot, serviceName: found.calendar.serviceName, currency: found.calendar.currency };
  const reason = found.reason ?? "fully_booked";
  if (WRONG_TIMES.includes(reason)) throw new AppError({ code: "VALIDATION_ERROR", reason });
  throw new AppError({ code: "APPOINTMENT_CONFLICT", reason, details: await conflictDetails(tx, wanted) });
}

/** What was asked for, and three other times near it. */
export async function conflictDetails(tx: TransactionContext, wanted: WantedSlot): Promise<Record<string, unknown>> {
  const at = wanted.startsAt.getTime();
  const from = new Date(Math.max(tx.now.getTime(), at - 2 * DAY));
  const { slots, calendar } = await searchSlots(tx, { ...wanted, from, until: new Date(at + 7 * DAY) });
  const nearest = nearestAlternatives(slots, { ranges: [{ from: at, to: at }], count: 3 });
  return {
    requested_time: toOffsetIso(calendar.zone, at),
    alternatives: nearest.map((slot) => ({
      starts_at: toOffsetIso(calendar.zone, slot.startsAt),
      ends_at: toOffsetIso(calendar.zone, slot.endsAt),
      staff_id: slot.staffId,
      staff_name: calendar.staffNames[slot.staffId] ?? "",
    })),
  };
}
