import type { EpochMs } from "@/server/core/time";
import type { StaffStrategy, UnbookableReason } from "../schema";

/** One thing that is wanted. */
export interface SlotPart {
  serviceId: string;
  /** Only this person; without it, anybody who offers the service. */
  staffId?: string | null;
  /** Instead of the staff member's or the service's own duration. */
  durationMinutes?: number | null;
}

/** What is wanted, whenever it may be. */
export interface SlotWish {
  /** In the order in which they follow each other; so far one, a chain of them widens this type. */
  parts: readonly [SlotPart];
  now: EpochMs;
}

export interface SlotRequest extends SlotWish {
  /** Starts are wanted in [from, until). */
  from: EpochMs;
  until: EpochMs;
  /** How "anybody" becomes one person; the least loaded that day unless told otherwise. */
  strategy?: StaffStrategy;
  /** The customer's, for the strategy `preferred`. */
  preferredStaffId?: string | null;
  /** A slot for each person who could do it, instead of one for each start. */
  perStaff?: boolean;
  /** Only the start at `from` itself, on the grid or not: for whoever may choose freely. */
  isExact?: boolean;
}

/** One part of a slot, with one person. */
export interface SlotSegment {
  position: number;
  serviceId: string;
  staffId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** With buffers: what is written to the staff member's occupancies. */
  blockedFrom: EpochMs;
  blockedUntil: EpochMs;
  occupiesStaff: boolean;
}

/** A bookable time; a simple service has one segment, and the slot repeats its figures. */
export interface Slot {
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** The first segment's. */
  staffId: string;
  blockedFrom: EpochMs;
  blockedUntil: EpochMs;
  priceCents: number;
  segments: SlotSegment[];
}

/** Slots in ascending order; a reason exactly when there are none. */
export interface SlotSearch {
  slots: Slot[];
  reason?: UnbookableReason;
}
