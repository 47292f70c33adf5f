import { describe, expect, it } from "vitest";
import type { CalendarData, ServiceSegment } from "@/server/availability/rules/calendar-data";
import { findSlots } from "@/server/availability/rules/find-slots";
import type { Slot, SlotRequest } from "@/server/availability/rules/slot";
import { toLocal } from "@/server/core/time";
import { between, cut, onDay, person, row, salon, segment, TUESDAY, timesOf, ZONE } from "./salon";

const time = (at: number) => toLocal(ZONE, at).time;
/** `anna 09:00-09:30, …`; brackets around whoever is not taken. */
const course = (slot: Slot | undefined) =>
  slot?.segments
    .map(({ staffId, startsAt, endsAt, occupiesStaff }) => {
      const who = occupiesStaff ? staffId : `(${staffId})`;
      return `${who} ${time(startsAt)}-${time(endsAt)}`;
    })
    .join(", ");

/** Apply for half an hour, half an hour to take effect, rinse for half an hour. */
const colour: ServiceSegment[] = [
  segment({ position: 0, name: "apply", staffMode: "any" }),
  segment({ position: 1, name: "effect", isStaffFree: true }),
  segment({ position: 2, name: "rinse" }),
];
const withSegments = (segments: ServiceSegment[]) => ({ services: [cut({ segments })] });
const busy = (...times: [string, string][]) => ({
  busy: times.map(([from, until]) => between(`${TUESDAY} ${from}`, `${TUESDAY} ${until}`)),
});
const search = (data: Partial<CalendarData>, request: Partial<SlotRequest> = {}) =>
  findSlots(onDay(TUESDAY, request), salon(data));

describe("a composite service", () => {
  it("is a chain from the first to the last segment", () => {
    const { slots } = search(withSegments(colour));
    expect(course(slots[0])).toBe("anna 09:00-09:30, (anna) 09:30-10:00, anna 10:00-10:30");
    expect(timesOf(slots)).toEqual(["09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00"]);
    expect(slots[0]?.segments.map(({ name }) => name)).toEqual(["apply", "effect", "rinse"]);
  });

  it("leaves its person to others while the colour takes effect", () => {
    const staff = [person("anna", busy(["09:30", "10:00"]))];
    expect(timesOf(search({ ...withSegments(colour), staff }).slots)[0]).toBe("09:00");
  });

  it("takes effect through its person's break, but not beyond closing time", () => {
    const hours = [{ ...row(2, "09:00", "17:00"), breakStart: "12:00", breakEnd: "12:30" }];
    const staff = [person("anna", { schedule: { hours, exceptions: [] } })];
    const data = { ...withSegments(colour), staff, slotIntervalMinutes: 30 };
    const times = timesOf(search(data).slots);
    expect(times).toContain("11:30");
    expect(times).not.toContain("11:00");
    const opening = { hours: [row(2, "09:00", "12:00"), row(2, "12:30", "17:00")], exceptions: [] };
    expect(timesOf(search({ ...data, opening }).slots)).not.toContain("11:30");
  });

  it("goes on as soon as the person is free, as long as the customer may wait", () => {
    const patient = colour.map((one) => ({ ...one, gapAfterMinMinutes: 0, gapAfterMaxMinutes: 20 }));
    const staff = [person("anna", busy(["10:00", "10:20"]))];
    expect(course(search({ ...withSegments(patient), staff }).slots[0])).toBe(
      "anna 09:00-09:30, (anna) 09:30-10:00, anna 10:20-10:50",
    );
    const longer = [person("anna", busy(["10:00", "10:41"]))];
    expect(timesOf(search({ ...withSegments(patient), staff: longer }).slots)[0]).toBe("11:00");
  });

  it("waits at least as long as it must", () => {
    const slow = colour.map((one) => ({ ...one, gapAfterMinMinutes: 10, gapAfterMaxMinutes: 20 }));
    expect(course(search(withSegments(slow)).slots[0])).toBe("anna 09:00-09:30, (anna) 09:40-10:10, anna 10:20-10:50");
  });

  it("changes hands where a segment lets anybody do it, and never where it must not", () => {
    const shared = [
      segment({ staffMode: "any" }),
      segment({ position: 1, staffMode: "any" }),
      segment({ position: 2 }),
    ];
    const staff = [person("anna", busy(["09:30", "17:00"])), person("ben", busy(["09:00", "09:30"]))];
    expect(course(search({ ...withSegments(shared), staff }).slots[0])).toBe(
      "anna 09:00-09:30, ben 09:30-10:00, ben 10:00-10:30",
    );
    const kept = shared.map((one) => ({ ...one, staffMode: "same" as const }));
    expect(timesOf(search({ ...withSegments(kept), staff }).slots)[0]).toBe("10:00");
    expect(timesOf(search({ ...withSegments(shared), staff }, { sameStaff: true }).slots)[0]).toBe("10:00");
  });

  it("gives a segment to the person it names, who need not offer the service", () => {
    const named = [segment(), segment({ position: 1, staffMode: "specific", staffId: "cem" })];
    const staff = [person("anna"), person("cem", { offers: [], ...busy(["09:30", "10:00"]) })];
    const { slots } = search({ ...withSegments(named), staff });
    expect(course(slots[0])).toBe("anna 10:00-10:30, cem 10:30-11:00");
  });

  it("takes a person's own time for a segment's service", () => {
    const washing = [segment({ serviceId: "wash", staffMode: "any" }), segment({ position: 1, staffMode: "any" })];
    const staff = [
      person("anna"),
      person("ben", { offers: [{ serviceId: "wash", durationMinutes: 45 }, { serviceId: "cut" }] }),
    ];
    expect(course(search({ ...withSegments(washing), staff }).slots[0])).toBe("ben 09:00-09:45, anna 09:45-10:15");
  });

  it("has its buffers before the first and after the last segment", () => {
    const services = [cut({ segments: colour, bufferBeforeMinutes: 10, bufferAfterMinutes: 15 })];
    const [slot] = search({ services }).slots;
    expect(slot?.segments.map(({ blockedFrom, blockedUntil }) => `${time(blockedFrom)}-${time(blockedUntil)}`)).toEqual(
      ["08:50-09:30", "09:30-10:00", "10:00-10:45"],
    );
  });
});

describe("several services", () => {
  const services = [cut(), cut({ id: "beard", durationMinutes: 30, priceCents: 1500 })];
  const offers = [{ serviceId: "cut" }, { serviceId: "beard" }];
  const both: SlotRequest["parts"] = [{ serviceId: "cut" }, { serviceId: "beard" }];

  it("follow each other, with a short wait at most, at the price of all", () => {
    const staff = [person("anna", { offers, ...busy(["10:00", "10:10"]) })];
    const { slots } = search({ services, staff }, { parts: both });
    expect(course(slots[0])).toBe("anna 09:00-10:00, anna 10:10-10:40");
    expect(slots[0]).toMatchObject({ priceCents: 6400, segments: [{ part: 0 }, { part: 1, serviceId: "beard" }] });
    expect(timesOf(search({ services, staff }, { parts: both, maxWaitMinutes: 0 }).slots)[0]).toBe("11:00");
  });

  it("are done by one person when that is wanted", () => {
    const staff = [person("anna"), person("ben", { offers, ...busy(["09:00", "12:00"]) })];
    expect(course(search({ services, staff }, { parts: both }).slots[0])).toBe("anna 11:00-12:00, ben 12:00-12:30");
    const [alone] = search({ services, staff }, { parts: both, sameStaff: true }).slots;
    expect(course(alone)).toBe("ben 12:00-13:00, ben 13:00-13:30");
  });
});
