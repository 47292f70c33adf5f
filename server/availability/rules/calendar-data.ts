import type { EpochMs, LocalDate } from "@/server/core/time";
import type { Interval } from "./interval";
import type { Schedule } from "./schedule";

/** All that the engine knows of a branch for one request: plain data, fetched beforehand. */
export interface CalendarData {
  branchId: string;
  /** The branch's IANA zone. */
  zone: string;
  slotIntervalMinutes: number;
  /** The branch's hours; its exceptions and the company's. */
  opening: Schedule;
  /** Those that the company observes. */
  holidays: readonly LocalDate[];
  services: readonly BookableService[];
  /** Everybody who may be booked in this branch. */
  staff: readonly StaffCalendar[];
}

/** A service as the branch offers it. */
export interface BookableService {
  id: string;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  priceCents: number;
  minNoticeMinutes: number;
  /** The last day that may be booked is this many days after today. */
  maxHorizonDays: number;
  maxPerDay?: number | null;
  /** How often it is booked already, for `maxPerDay`; a day that is missing has none. */
  bookedPerDay?: Readonly<Record<LocalDate, number>>;
}

export interface StaffCalendar {
  id: string;
  schedule: Schedule;
  offers: readonly StaffOffer[];
  /** Occupancies with their buffers, holds of others, imported busy times; in any order, overlaps allowed. */
  busy: readonly Interval[];
  /** When this person was last given an appointment, for `round_robin`. */
  lastAssignedAt?: EpochMs | null;
}

/** A service that a staff member does, with what differs from the service's own. */
export interface StaffOffer {
  serviceId: string;
  durationMinutes?: number | null;
  priceCents?: number | null;
  proficiency?: number | null;
}
