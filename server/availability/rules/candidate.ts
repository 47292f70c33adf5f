import { MINUTE } from "@/server/core/time";
import type { BookableService, CalendarData, StaffCalendar, StaffOffer } from "./calendar-data";
import { type Interval, intersectIntervals, mergeIntervals } from "./interval";
import { openTimes, type ScheduleWindow } from "./schedule";
import type { SlotPart } from "./slot";
import { startRanges, type Timing } from "./start-ranges";

/** Somebody who could do the part, with the time they have for it. */
export interface Candidate {
  staffId: string;
  offer: StaffOffer;
  timing: Timing;
  priceCents: number;
  busy: readonly Interval[];
  lastAssignedAt: number;
  /** At work while the branch is open. */
  windows: readonly Interval[];
  /** Where the part could start. */
  free: readonly Interval[];
}

export interface Offering {
  staff: StaffCalendar;
  offer: StaffOffer;
}

/** Everybody who offers the part's service, whoever is wanted. */
export function offeringStaff(part: SlotPart, { staff }: CalendarData): Offering[] {
  return staff.flatMap((person) => {
    const offer = person.offers.find(({ serviceId }) => serviceId === part.serviceId);
    return offer ? [{ staff: person, offer }] : [];
  });
}

export interface CandidateFacts {
  part: SlotPart;
  service: BookableService;
  opening: readonly Interval[];
  window: ScheduleWindow;
}

export function toCandidate({ staff, offer }: Offering, facts: CandidateFacts): Candidate {
  const { part, service, opening, window } = facts;
  const timing = timingOf(part, { service, offer });
  const windows = intersectIntervals(opening, openTimes(staff.schedule, window));
  const busy = mergeIntervals(staff.busy);
  return {
    staffId: staff.id,
    offer,
    timing,
    priceCents: offer.priceCents ?? service.priceCents,
    busy,
    lastAssignedAt: staff.lastAssignedAt ?? Number.NEGATIVE_INFINITY,
    windows,
    free: startRanges({ windows, busy }, timing),
  };
}

export function timingOf(part: SlotPart, { service, offer }: { service: BookableService; offer: StaffOffer }): Timing {
  return {
    durationMs: (part.durationMinutes ?? offer.durationMinutes ?? service.durationMinutes) * MINUTE,
    bufferBeforeMs: service.bufferBeforeMinutes * MINUTE,
    bufferAfterMs: service.bufferAfterMinutes * MINUTE,
  };
}
