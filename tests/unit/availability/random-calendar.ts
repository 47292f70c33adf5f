import fc from "fast-check";
import type { BookingTerms, CalendarData, StaffCalendar } from "@/server/availability/rules/calendar-data";
import type { Schedule, ScheduleException } from "@/server/availability/rules/schedule";
import type { SlotRequest } from "@/server/availability/rules/slot";
import type { ShiftTimes, WorkingHour } from "@/server/availability/rules/weekly-hours";
import { addDays, type EpochMs, HOUR, MINUTE, timeOf, toLocal } from "@/server/core/time";
import { DAYS } from "./brute-force";

export interface Case {
  request: SlotRequest;
  data: CalendarData;
}

export interface Place {
  zone: string;
  dayBefore: EpochMs;
}

export const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });
export const minutes = (max: number) => fc.integer({ min: 0, max: max / 5 }).map((n) => n * 5);

/** A stretch of a day's clock, most often around the hours at which clocks change. */
const stretch = fc
  .tuple(fc.oneof(minutes(240), minutes(1200)), fc.oneof(minutes(180), minutes(1440)))
  .map(([from, length]) => ({ from, until: Math.min(1440, from + Math.max(5, length)) }));

const shift: fc.Arbitrary<ShiftTimes> = fc.tuple(stretch, optional(stretch)).map(([whole, rest]) => ({
  startTime: timeOf(whole.from),
  endTime: timeOf(whole.until),
  breakStart: rest && timeOf(rest.from),
  breakEnd: rest && timeOf(rest.until),
}));

function workingHour({ zone, dayBefore }: Place): fc.Arbitrary<WorkingHour> {
  const date = fc.integer({ min: -1, max: 3 }).map((n) => addDays(toLocal(zone, dayBefore).date, n));
  return fc
    .record({
      shift,
      dayOfWeek: fc.constantFrom(0, 0, 0, 1, 3, 4, 6, 6),
      isAvailable: fc.constantFrom(true, true, true, true, false),
      validFrom: optional(date),
      validUntil: fc.option(date, { nil: null, freq: 1 }),
      branchId: fc.constantFrom(null, null, null, "here", "elsewhere"),
    })
    .map(({ shift: times, ...row }) => ({ ...times, ...row }));
}

export function span({ dayBefore }: Place, longest: number) {
  return fc
    .tuple(minutes(3 * 1440), fc.oneof(minutes(60), minutes(longest)))
    .map(([from, length]) => ({ from: dayBefore + from * MINUTE, until: dayBefore + (from + length + 5) * MINUTE }));
}

export function exception(place: Place): fc.Arbitrary<ScheduleException> {
  const kind = fc.constantFrom("closed", "vacation", "sick", "blocked", "training", "special_hours", "special_hours");
  return fc
    .tuple(span(place, 1440), kind, optional(fc.array(shift, { maxLength: 2 })))
    .map(([{ from, until }, chosen, hours]) => ({ startsAt: from, endsAt: until, kind: chosen as never, hours }));
}

function schedule(place: Place, rows: { always: boolean }): fc.Arbitrary<Schedule> {
  const allDay = (dayOfWeek: number) => ({ dayOfWeek, startTime: "00:00", endTime: "24:00", isAvailable: true });
  const random = fc.array(workingHour(place), { minLength: 1, maxLength: 8 });
  const wide = fc.constant([0, 1, 3, 4, 6].map(allDay) as WorkingHour[]);
  const hours = rows.always ? fc.oneof(wide, wide, wide, random.map(everywhere)) : fc.oneof(wide, wide, random);
  return fc.record({ hours, exceptions: fc.oneof(fc.constant([]), fc.array(exception(place), { maxLength: 2 })) });
}

/** A branch's own rows belong to no other. */
const everywhere = (rows: WorkingHour[]) => rows.map((row) => ({ ...row, branchId: null }));

/** Of a service, or of somebody who has their own. */
export const terms: fc.Arbitrary<BookingTerms> = fc.record({
  minNoticeMinutes: fc.constantFrom(0, 0, 30, 240),
  maxHorizonDays: fc.constantFrom(2, 3, 60, 60),
});

export function staffCalendar(place: Place, id: string): fc.Arbitrary<StaffCalendar> {
  return fc.record({
    id: fc.constant(id),
    schedule: schedule(place, { always: false }),
    offers: fc
      .tuple(fc.boolean(), optional(fc.integer({ min: 1, max: 14 }).map((n) => n * 5)))
      .map(([isOther, durationMinutes]) => [
        { serviceId: "color", durationMinutes: 10 },
        ...(isOther && id !== "anna" ? [] : [{ serviceId: "cut", durationMinutes }]),
      ]),
    busy: fc.array(span(place, 240), { maxLength: 8 }),
    terms: fc.oneof(fc.constant(undefined), fc.constant(undefined), fc.record({ cut: terms })),
  });
}

export function calendar(place: Place): fc.Arbitrary<CalendarData> {
  const date = (n: number) => addDays(toLocal(place.zone, place.dayBefore).date, n);
  return fc
    .record({
      slotIntervalMinutes: fc.constantFrom(5, 10, 15, 20, 25, 30, 45, 60, 90),
      opening: schedule(place, { always: true }),
      holidays: fc.constantFrom([], [], [], [date(0)], [date(1)]),
      staff: fc.tuple(staffCalendar(place, "anna"), staffCalendar(place, "ben")),
      durationMinutes: fc.integer({ min: 1, max: 24 }).map((n) => n * 5),
      bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 15),
      bufferAfterMinutes: fc.constantFrom(0, 0, 5, 20),
      terms,
      maxPerDay: fc.constantFrom(null, null, 2),
      booked: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
    })
    .map(({ slotIntervalMinutes, opening, holidays, staff, booked, terms: own, ...service }) => ({
      branchId: "here",
      zone: place.zone,
      slotIntervalMinutes,
      opening,
      holidays,
      staff,
      services: [
        {
          id: "cut",
          priceCents: 4900,
          bookedPerDay: Object.fromEntries(booked.map((n, i) => [date(i), n])),
          ...own,
          ...service,
        },
      ],
    }));
}

/** Two and a half days around a day that matters, with two people and everything that may stand in the way. */
export const anyCase: fc.Arbitrary<Case> = fc.constantFrom(...DAYS).chain((place) =>
  fc
    .record({
      data: calendar(place),
      staffId: fc.constantFrom(null, null, null, "anna", "ben"),
      start: fc.oneof(minutes(1800), fc.constant(1440)),
      length: fc.oneof(minutes(1440), fc.constant(1440)),
      now: fc.oneof(
        fc.constant(-48 * HOUR),
        minutes(1440).map((n) => n * MINUTE),
      ),
    })
    .map(({ data, staffId, start, length, now }) => ({
      data,
      request: {
        parts: [{ serviceId: "cut", staffId }],
        from: place.dayBefore + start * MINUTE,
        until: place.dayBefore + (start + length) * MINUTE,
        now: place.dayBefore + now,
      },
    })),
);
