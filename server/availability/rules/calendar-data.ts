import type { EpochMs, LocalDate } from "@/server/core/time";
import type { ResourceType, SegmentStaffMode, SlotMode, StaffRequirement } from "../schema";
import type { Interval } from "./interval";
import type { Schedule, ScheduleException } from "./schedule";

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
  /** The branch's rooms and devices, as far as the services need any. */
  resources?: readonly ResourceCalendar[];
  /** The sessions of the group classes among the services. */
  sessions?: readonly ClassSession[];
  /** `fit` offers only starts that leave no gap that nobody could use; without it every start on the grid. */
  slotMode?: SlotMode;
}

/** How soon, and how far ahead, one may book. */
export interface BookingTerms {
  minNoticeMinutes: number;
  /** The last day that may be booked is this many days after today. */
  maxHorizonDays: number;
}

/** A service as the branch offers it. */
export interface BookableService extends BookingTerms {
  id: string;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  priceCents: number;
  maxPerDay?: number | null;
  /** How often it is booked already, for `maxPerDay`; a day that is missing has none. */
  bookedPerDay?: Readonly<Record<LocalDate, number>>;
  /** Places: more than one makes it a group class, which is booked into its sessions. */
  capacity?: number;
  /** The chain that a composite service consists of, by position; none makes it a simple one. */
  segments?: readonly ServiceSegment[];
  /** Who is needed beside the person who is booked, during the whole service. */
  staffRequirements?: readonly StaffRequirement[];
  /** What it takes during the whole service, buffers included. */
  resources?: readonly ResourceNeed[];
}

/** One link of a composite service. */
export interface ServiceSegment {
  position: number;
  name: string;
  /** A staff member's own duration for the segment's service comes before it. */
  durationMinutes: number;
  /** How long the customer waits afterwards, at least and at most; after the last one it means nothing. */
  gapAfterMinMinutes: number;
  gapAfterMaxMinutes: number;
  /** What its person must offer; null: the composite service itself. */
  serviceId: string | null;
  /** `same`: whoever does the segment before it; the first one is like `any`. */
  staffMode: SegmentStaffMode;
  /** With `specific`: that person, who need not offer the service, but must be among the staff. */
  staffId: string | null;
  /** The person is free meanwhile, and somebody else may book them: colour that takes effect. */
  isStaffFree: boolean;
  /** One unit of any such resource during the segment. */
  resourceType: ResourceType | null;
}

/** A resource by itself, any of a group, or any of a kind: exactly one of the three. */
export interface ResourceNeed {
  resourceId: string | null;
  groupId: string | null;
  type: ResourceType | null;
  /** Units, of one resource or spread over several that match. */
  quantity: number;
}

export interface ResourceCalendar {
  id: string;
  type: ResourceType;
  groupId: string | null;
  /** Units that may be taken at once. */
  capacity: number;
  /** When it can't be used at all. */
  exceptions: readonly ScheduleException[];
  /** In any order, overlaps allowed. */
  busy: readonly (Interval & { quantity: number })[];
}

export interface ClassSession {
  id: string;
  serviceId: string;
  staffId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  capacity: number;
  /** Holds of others included. */
  placesTaken: number;
  /** Its teacher's own, instead of the service's. */
  terms?: BookingTerms | null;
}

export interface StaffCalendar {
  id: string;
  schedule: Schedule;
  offers: readonly StaffOffer[];
  /** Occupancies with their buffers, holds of others, imported busy times; in any order, overlaps allowed. */
  busy: readonly Interval[];
  /** When this person was last given an appointment, for `round_robin`. */
  lastAssignedAt?: EpochMs | null;
  /** On what terms a service begins with this person, where they differ from the service's own. */
  terms?: Readonly<Record<string, BookingTerms>>;
  /** Tags that a staff requirement may ask for. */
  skills?: readonly string[];
  /** Working-time limits, and what is booked already on each local day, buffers left out. */
  maxMinutesPerDay?: number | null;
  maxMinutesPerWeek?: number | null;
  bookedMinutesPerDay?: Readonly<Record<LocalDate, number>>;
}

/** A service that a staff member does, with what differs from the service's own. */
export interface StaffOffer {
  serviceId: string;
  durationMinutes?: number | null;
  priceCents?: number | null;
  proficiency?: number | null;
}
