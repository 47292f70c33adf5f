import { expect, it } from "vitest";
import type { BookableService, StaffCalendar } from "@/server/availability/rules/calendar-data";
import { explainSlot } from "@/server/availability/rules/explain-slot";
import { findSlots } from "@/server/availability/rules/find-slots";
import { toParts } from "@/server/availability/rules/parts";
import type { Slot } from "@/server/availability/rules/slot";
import { at, between, cut, onDay, person, salon, segment, TUESDAY, timesOf } from "./salon";

const busy = (from: string, until: string) => ({ busy: [between(`${TUESDAY} ${from}`, `${TUESDAY} ${until}`)] });
const helper = (id: string, overrides: Partial<StaffCalendar> = {}) => person(id, { offers: [], ...overrides });
const calendar = (service: Partial<BookableService>, staff: StaffCalendar[]) =>
  salon({ services: [cut(service)], staff });
const besides = (slot: Slot | undefined) => slot?.segments.map(({ furtherStaffIds }) => furtherStaffIds);

it("comes beside the person who is booked, and is never the same", () => {
  const service = { staffRequirements: [{ count: 1 }] };
  const { slots } = findSlots(
    onDay(TUESDAY),
    calendar(service, [person("anna"), person("ben", busy("10:00", "12:00"))]),
  );
  expect(timesOf(slots)).toEqual(["09:00", "12:00", "13:00", "14:00", "15:00", "16:00"]);
  expect(besides(slots[0])).toEqual([["ben"]]);
  expect(slots[0]?.staffId).toBe("anna");
});

it("is somebody with the skill, or one of those who are named", () => {
  const staff = [person("anna"), helper("ben"), helper("cem", { skills: ["first aid"] })];
  const skilled = { staffRequirements: [{ count: 1, skill: "first aid" }] };
  expect(besides(findSlots(onDay(TUESDAY), calendar(skilled, staff)).slots[0])).toEqual([["cem"]]);
  const named = { staffRequirements: [{ count: 1, staffIds: ["ben", "dora"] }] };
  expect(besides(findSlots(onDay(TUESDAY), calendar(named, staff)).slots[0])).toEqual([["ben"]]);
});

it("gives way to a requirement that has nobody else", () => {
  const staff = [person("anna"), helper("ben", { skills: ["first aid"] }), helper("cem")];
  const service = { staffRequirements: [{ count: 1 }, { count: 1, skill: "first aid" }] };
  const [first] = findSlots(onDay(TUESDAY), calendar(service, staff)).slots;
  expect(besides(first)?.[0]?.toSorted()).toEqual(["ben", "cem"]);
});

it("is at work during the service, and free with its buffers", () => {
  const service = { staffRequirements: [{ count: 1 }], bufferAfterMinutes: 30 };
  const late = { hours: [{ dayOfWeek: 2, startTime: "11:00", endTime: "14:00", isAvailable: true }], exceptions: [] };
  const staff = [person("anna"), helper("ben", { schedule: late, ...busy("13:20", "13:40") })];
  expect(timesOf(findSlots(onDay(TUESDAY), calendar(service, staff)).slots)).toEqual(["11:00"]);
});

it("is taken for the whole service, the customer's wait included", () => {
  const segments = [segment({ gapAfterMinMinutes: 30, gapAfterMaxMinutes: 60 }), segment({ position: 1 })];
  const service = { segments, staffRequirements: [{ count: 1 }] };
  const [first] = findSlots(
    onDay(TUESDAY),
    calendar(service, [person("anna"), helper("ben", busy("09:45", "09:50"))]),
  ).slots;
  const taken = toParts(first as Slot).find(({ staffId }) => staffId === "ben");
  expect(taken).toMatchObject({
    blockedFrom: new Date(at(`${TUESDAY} 10:00`)),
    blockedUntil: new Date(at(`${TUESDAY} 11:30`)),
  });
});

it("that is busy is the reason", () => {
  const data = calendar({ staffRequirements: [{ count: 1 }] }, [person("anna"), helper("ben", busy("09:00", "17:00"))]);
  expect(findSlots(onDay(TUESDAY), data).reason).toBe("further_staff_busy");
  expect(explainSlot({ ...onDay(TUESDAY), startsAt: at(`${TUESDAY} 10:00`) }, data)).toBe("further_staff_busy");
});
