import fc from "fast-check";
import type {
  BookableService,
  CalendarData,
  ResourceCalendar,
  ResourceNeed,
  ServiceSegment,
  StaffCalendar,
} from "@/server/availability/rules/calendar-data";
import type { Schedule } from "@/server/availability/rules/schedule";
import type { SlotPart } from "@/server/availability/rules/slot";
import type { StaffRequirement } from "@/server/availability/schema";
import { addDays, MINUTE, toLocal } from "@/server/core/time";
import { DAYS } from "./brute-force";
import { type Case, calendar, exception, minutes, type Place, span, staffCalendar } from "./random-calendar";

const PEOPLE = ["anna", "ben", "cem"];
const someone = fc.constantFrom(...PEOPLE);
const length = fc.integer({ min: 1, max: 10 }).map((n) => n * 5);

const segment: fc.Arbitrary<ServiceSegment> = fc
  .record({
    durationMinutes: length,
    gapAfterMinMinutes: fc.constantFrom(0, 0, 0, 10),
    gapAfterMaxMinutes: fc.constantFrom(0, 15, 25),
    serviceId: fc.constantFrom(null, null, "wash", "beard"),
    staffMode: fc.constantFrom("same", "same", "any", "any", "specific"),
    someone,
    isStaffFree: fc.constantFrom(false, false, false, true),
    resourceType: fc.constantFrom(null, null, null, "room", "equipment"),
  })
  .map(({ someone: named, ...one }) => ({
    ...one,
    position: 0,
    name: "segment",
    staffId: one.staffMode === "specific" ? named : null,
  })) as fc.Arbitrary<ServiceSegment>;

const need: fc.Arbitrary<ResourceNeed> = fc
  .tuple(
    fc.constantFrom(
      { resourceId: "first", groupId: null, type: null },
      { resourceId: null, groupId: "south", type: null },
      { resourceId: null, groupId: null, type: "room" as const },
      { resourceId: null, groupId: null, type: "equipment" as const },
    ),
    fc.constantFrom(1, 1, 1, 2, 3),
  )
  .map(([which, quantity]) => ({ ...which, quantity }));

const requirement: fc.Arbitrary<StaffRequirement> = fc.record({
  count: fc.constantFrom(1, 1, 1, 2),
  staffIds: fc.option(fc.subarray(PEOPLE, { minLength: 1 }), { nil: null, freq: 1 }),
  skill: fc.constantFrom(null, null, null, "first aid"),
});

const none = fc.constant([]);
const course = fc.array(segment, { minLength: 2, maxLength: 3 });
const nobody = new Array<null>(9).fill(null);

function service(id: string): fc.Arbitrary<Partial<BookableService>> {
  const isMain = id === "cut";
  return fc.record({
    durationMinutes: length,
    bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 15),
    bufferAfterMinutes: fc.constantFrom(0, 0, 5, 20),
    segments: isMain ? fc.oneof(none, fc.array(segment, { minLength: 1, maxLength: 3 }), course) : none,
    staffRequirements: isMain
      ? fc.oneof(none, none, fc.array(requirement, { minLength: 1, maxLength: 2 }))
      : fc.oneof(none, none, none, fc.array(requirement, { maxLength: 1 })),
    resources: fc.oneof(none, none, fc.array(need, { minLength: 1, maxLength: isMain ? 2 : 1 })),
  });
}

function resource(place: Place, id: string): fc.Arbitrary<ResourceCalendar> {
  const busy = fc.tuple(span(place, 240), fc.constantFrom(1, 1, 2)).map(([time, quantity]) => ({ ...time, quantity }));
  return fc.record({
    id: fc.constant(id),
    type: fc.constantFrom("room", "room", "equipment"),
    groupId: fc.constantFrom(null, "south"),
    capacity: fc.constantFrom(1, 1, 2, 3),
    exceptions: fc.oneof(none, none, fc.array(exception(place), { maxLength: 1 })),
    busy: fc.array(busy, { maxLength: 4 }),
  }) as fc.Arbitrary<ResourceCalendar>;
}

function person(place: Place, id: string): fc.Arbitrary<StaffCalendar> {
  const date = (n: number) => addDays(toLocal(place.zone, place.dayBefore).date, n);
  const offer = (serviceId: string) =>
    fc.option(
      fc.record({ serviceId: fc.constant(serviceId), durationMinutes: fc.option(length, { nil: null, freq: 1 }) }),
      { nil: null, freq: 5 },
    );
  return fc
    .record({
      whole: staffCalendar(place, id),
      offers: fc.tuple(offer("cut"), offer("wash"), offer("beard")),
      skills: fc.constantFrom([], ["first aid"]),
      limits: fc.constantFrom({}, {}, {}, { maxMinutesPerDay: 90 }, { maxMinutesPerWeek: 120 }),
      booked: fc.tuple(length, length),
    })
    .map(({ whole, offers, skills, limits, booked }) => ({
      ...whole,
      offers: offers.filter((one) => one !== null),
      skills,
      ...limits,
      bookedMinutesPerDay: { [date(0)]: booked[0], [date(1)]: booked[1] },
    }));
}

const allWeek: Schedule = {
  hours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
    dayOfWeek,
    startTime: "00:00",
    endTime: "24:00",
    isAvailable: true,
  })),
  exceptions: [],
};

/** Most of them without closing times, so that what is left decides. */
function chainCalendar(place: Place): fc.Arbitrary<CalendarData> {
  return fc
    .record({
      base: calendar(place),
      isCalm: fc.constantFrom(true, true, false),
      services: fc.tuple(service("cut"), service("wash"), service("beard")),
      staff: fc.tuple(person(place, "anna"), person(place, "ben"), person(place, "cem")),
      resources: fc.tuple(resource(place, "first"), resource(place, "second"), resource(place, "third")),
    })
    .map(({ base, isCalm, services, staff, resources }) => {
      const [cut] = base.services as [BookableService];
      const [own, wash, beard] = services;
      const rules = { ...cut, maxPerDay: null, minNoticeMinutes: 0 };
      return {
        ...base,
        ...(isCalm ? { opening: allWeek, holidays: [] } : {}),
        slotIntervalMinutes: Math.max(15, base.slotIntervalMinutes),
        staff: isCalm ? staff.map((one) => ({ ...one, schedule: allWeek })) : staff,
        resources,
        services: [
          { ...(isCalm ? { ...cut, maxPerDay: null } : cut), ...own },
          { ...rules, ...wash, id: "wash" },
          { ...rules, ...beard, id: "beard" },
        ] as BookableService[],
      };
    });
}

const parts: fc.Arbitrary<[SlotPart, ...SlotPart[]]> = fc
  .tuple(
    fc.constantFrom(
      ["cut"],
      ["cut"],
      ["cut"],
      ["cut", "wash"],
      ["wash", "cut"],
      ["beard", "wash"],
      ["wash", "cut", "beard"],
    ),
    fc.array(
      fc.record({
        staffId: fc.constantFrom(...PEOPLE, ...nobody),
        durationMinutes: fc.constantFrom(null, null, 20),
      }),
      {
        minLength: 3,
        maxLength: 3,
      },
    ),
  )
  .map(([ids, wishes]) => ids.map((serviceId, nr) => ({ serviceId, ...wishes[nr] })) as [SlotPart, ...SlotPart[]]);

/** Half a day at most, around days that matter, with three people, three services and three resources. */
export const anyChain: fc.Arbitrary<Case> = fc.constantFrom(...DAYS).chain((place) =>
  fc
    .record({
      data: chainCalendar(place),
      parts,
      sameStaff: fc.constantFrom(undefined, undefined, true),
      maxWaitMinutes: fc.constantFrom(undefined, 0, 30),
      start: fc.oneof(minutes(1800), fc.constant(1440)),
      lasting: minutes(480),
    })
    .map(({ data, start, lasting, ...wish }) => ({
      data,
      request: {
        ...wish,
        from: place.dayBefore + start * MINUTE,
        until: place.dayBefore + (start + lasting + 30) * MINUTE,
        now: place.dayBefore - 24 * 60 * MINUTE,
      },
    })),
);
