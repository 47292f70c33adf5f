import { type LocalDate, MINUTE } from "@/server/core/time";
import type { BookableRange } from "./bookable-range";
import type { BookableService, CalendarData } from "./calendar-data";
import { type Candidate, type Offering, offeringStaff, timingOf, toCandidate } from "./candidate";
import { type Interval, mergeIntervals, subtractIntervals } from "./interval";
import { dayNumberOf, type LocalDay, localDays } from "./local-day";
import { openTimes, type ScheduleWindow } from "./schedule";
import type { SlotPart } from "./slot";
import type { SlotGrid } from "./slot-grid";
import { zoneClock } from "./zone-clock";

/** One part of a request, with the people and the times that come into question. */
export interface PartSearch extends BookableRange {
  part: SlotPart;
  service: BookableService;
  candidates: readonly Candidate[];
  days: readonly LocalDay[];
  opening: readonly Interval[];
  /** Asked only when nothing was found. */
  openingWithoutHolidays: () => readonly Interval[];
  /** What the bookable range leaves when days at their limit are taken out. */
  startable: readonly Interval[];
  grid: SlotGrid;
}

export interface PartFacts {
  part: SlotPart;
  service: BookableService;
  range: BookableRange;
}

export function searchPart({ part, service, range }: PartFacts, data: CalendarData): PartSearch {
  const offering = wantedStaff(part, data);
  const longest = Math.max(0, ...offering.map(({ offer }) => timingOf(part, { service, offer }).durationMs));
  const extent = { from: range.asked.from, until: range.asked.until + longest };
  const clock = zoneClock(data.zone, extent);
  const days = localDays(clock, extent);
  const window: ScheduleWindow = { clock, days, branchId: data.branchId };
  const opening = openTimes(data.opening, { ...window, holidays: new Set(data.holidays.map(dayNumberOf)) });
  return {
    ...range,
    part,
    service,
    days,
    opening,
    openingWithoutHolidays: () => openTimes(data.opening, window),
    candidates: offering.map((one) => toCandidate(one, { part, service, opening, window })),
    startable: subtractIntervals(mergeIntervals([range.bookable]), fullDays(service, days)),
    grid: { clock, intervalMs: data.slotIntervalMinutes * MINUTE },
  };
}

function wantedStaff(part: SlotPart, data: CalendarData): Offering[] {
  const offering = offeringStaff(part, data);
  return part.staffId ? offering.filter(({ staff }) => staff.id === part.staffId) : offering;
}

/** Days on which the service has been booked as often as it may be. */
function fullDays({ maxPerDay, bookedPerDay }: BookableService, days: readonly LocalDay[]): readonly Interval[] {
  if (maxPerDay == null) return [];
  const booked = Object.entries(bookedPerDay ?? {}) as [LocalDate, number][];
  const full = new Set(booked.filter(([, count]) => count >= maxPerDay).map(([date]) => dayNumberOf(date)));
  return mergeIntervals(days.filter(({ number }) => maxPerDay <= 0 || full.has(number)));
}
