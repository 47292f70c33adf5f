import type {
  BookableService,
  CalendarData,
  ResourceCalendar,
  ServiceSegment,
  StaffCalendar,
} from "@/server/availability/rules/calendar-data";
import type { Interval } from "@/server/availability/rules/interval";
import type { Schedule } from "@/server/availability/rules/schedule";
import type { Slot, SlotRequest } from "@/server/availability/rules/slot";
import type { WorkingHour } from "@/server/availability/rules/weekly-hours";
import { DAY, type EpochMs, fromWall, type LocalDate, type LocalTime, minutesOf, toLocal } from "@/server/core/time";

export const ZONE = "Europe/Berlin";
/** A Tuesday in winter time, and the Monday before it. */
export const TUESDAY = "2026-12-08";
export const MONDAY = "2026-12-07";

/** `at("2026-12-08 14:30")`: the first instant at which the salon's clock shows it. */
export function at(reading: string): EpochMs {
  return fromWall(ZONE, reading.slice(0, 10), minutesOf(reading.slice(11)));
}

export function between(from: string, until: string): Interval {
  return { from: at(from), until: at(until) };
}

export function row(dayOfWeek: number, startTime: LocalTime, endTime: LocalTime): WorkingHour {
  return { dayOfWeek, startTime, endTime, isAvailable: true };
}

/** Every day from nine to five. */
export const nineToFive: Schedule = {
  hours: [0, 1, 2, 3, 4, 5, 6].map((day) => row(day, "09:00", "17:00")),
  exceptions: [],
};
export const aroundTheClock: Schedule = {
  hours: [0, 1, 2, 3, 4, 5, 6].map((day) => row(day, "00:00", "24:00")),
  exceptions: [],
};

export function person(id: string, overrides: Partial<StaffCalendar> = {}): StaffCalendar {
  return { id, schedule: nineToFive, offers: [{ serviceId: "cut" }], busy: [], ...overrides };
}

export function cut(overrides: Partial<BookableService> = {}): BookableService {
  return {
    id: "cut",
    durationMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    priceCents: 4900,
    minNoticeMinutes: 0,
    maxHorizonDays: 60,
    ...overrides,
  };
}

export function resource(id: string, overrides: Partial<ResourceCalendar> = {}): ResourceCalendar {
  return { id, type: "room", groupId: null, capacity: 1, exceptions: [], busy: [], ...overrides };
}

/** Half an hour by whoever did the segment before. */
export function segment(overrides: Partial<ServiceSegment> = {}): ServiceSegment {
  return {
    position: 0,
    name: "segment",
    durationMinutes: 30,
    gapAfterMinMinutes: 0,
    gapAfterMaxMinutes: 0,
    serviceId: null,
    staffMode: "same",
    staffId: null,
    isStaffFree: false,
    resourceType: null,
    ...overrides,
  };
}

/** One person, an hour's service, a start each hour, open from nine to five. */
export function salon(overrides: Partial<CalendarData> = {}): CalendarData {
  return {
    branchId: "main",
    zone: ZONE,
    slotIntervalMinutes: 60,
    opening: nineToFive,
    holidays: [],
    services: [cut()],
    staff: [person("anna")],
    ...overrides,
  };
}

/** Asks for the whole of a day, on the Monday before at eight. */
export function onDay(date: LocalDate, overrides: Partial<SlotRequest> = {}): SlotRequest {
  return {
    parts: [{ serviceId: "cut" }],
    from: at(`${date} 00:00`),
    until: at(`${toLocal(ZONE, at(`${date} 12:00`) + DAY).date} 00:00`),
    now: at(`${MONDAY} 08:00`),
    ...overrides,
  };
}

export function timesOf(slots: readonly Slot[]): LocalTime[] {
  return slots.map(({ startsAt }) => toLocal(ZONE, startsAt).time);
}
