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
  /** In the order in which they follow each other, at least one; each may be a composite service itself. */
  parts: readonly [SlotPart, ...SlotPart[]];
  now: EpochMs;
  /** One person does all of it, whatever the segments say. */
  sameStaff?: boolean;
  /** How long a customer may wait between two parts; 15 unless told otherwise. */
  maxWaitMinutes?: number;
  /** Places wanted in a class; 1 unless told otherwise. */
  partySize?: number;
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
  /** Milliseconds of work on the answer so far; without it a search ends only after very many steps. */
  stopwatch?: () => number;
}

/** One stretch of a slot, with one person. */
export interface SlotSegment {
  /** Counted through the whole slot. */
  position: number;
  /** Which of the wished parts it belongs to. */
  part: number;
  /** What its person does: the segment's service, or the part's. */
  serviceId: string;
  /** The segment's name; null where the service has no segments. */
  name: string | null;
  /** In a segment that leaves its person free: whoever looks after it. */
  staffId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** With buffers: what is written to the staff member's occupancies. */
  blockedFrom: EpochMs;
  blockedUntil: EpochMs;
  occupiesStaff: boolean;
  /** Who else is needed: the same in all segments of a part, taken from its first `blockedFrom` to its last `blockedUntil`. */
  furtherStaffIds: string[];
  /** What it takes from `blockedFrom` to `blockedUntil`. */
  resources: SlotResource[];
}

export interface SlotResource {
  resourceId: string;
  quantity: number;
  /** Taken for the whole part, between its segments too; it then stands in all of them. */
  isThroughout?: boolean;
}

/** A bookable time; a simple service has one segment, and the slot repeats its figures. */
export interface Slot {
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** The first segment's. */
  staffId: string;
  /** The earliest and the latest of all segments. */
  blockedFrom: EpochMs;
  blockedUntil: EpochMs;
  /** Of all parts together. */
  priceCents: number;
  segments: SlotSegment[];
  /** A place in a class: the session has taken its teacher and its room already, so that this slot takes none. */
  session?: { id: string; placesLeft: number };
}

/** Slots in ascending order, and a reason when there are none; `too_complex` also when not everything could be tried. */
export interface SlotSearch {
  slots: Slot[];
  reason?: UnbookableReason;
}
