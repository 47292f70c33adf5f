import { expect, it } from "vitest";
import type { CalendarData } from "@/server/availability/rules/calendar-data";
import { explainSlot } from "@/server/availability/rules/explain-slot";
import { findSlots } from "@/server/availability/rules/find-slots";
import { at, between, cut, onDay, person, salon, TUESDAY, timesOf } from "./salon";

const busy = (...times: [string, string][]) => ({
  busy: times.map(([from, until]) => between(`${TUESDAY} ${from}`, `${TUESDAY} ${until}`)),
});
const fitting = (overrides: Partial<CalendarData>) =>
  salon({ slotMode: "fit", slotIntervalMinutes: 15, services: [cut({ durationMinutes: 45 })], ...overrides });

it("offers only starts that leave room for another appointment, or none at all", () => {
  const staff = [person("anna", busy(["09:00", "14:00"]))];
  expect(timesOf(findSlots(onDay(TUESDAY), fitting({ staff })).slots)).toEqual([
    "14:00",
    "14:45",
    "15:00",
    "15:15",
    "15:30",
    "16:15",
  ]);
});

it("counts the buffers as taken", () => {
  const staff = [person("anna", busy(["09:00", "15:00"]))];
  const services = [cut({ durationMinutes: 45, bufferBeforeMinutes: 15 })];
  expect(timesOf(findSlots(onDay(TUESDAY), fitting({ staff, services })).slots)).toEqual(["15:15", "16:15"]);
});

it("takes the shortest service of the person as what could still be done", () => {
  const offers = [{ serviceId: "cut" }, { serviceId: "fringe", durationMinutes: 15 }];
  const staff = [person("anna", { offers, ...busy(["09:00", "15:30"]) })];
  expect(timesOf(findSlots(onDay(TUESDAY), fitting({ staff })).slots)).toEqual(["15:30", "15:45", "16:00", "16:15"]);
});

it("never closes a stretch: where each start wastes time, those that waste least are left", () => {
  const staff = [person("anna", busy(["09:00", "15:10"], ["16:55", "17:00"]))];
  expect(timesOf(findSlots(onDay(TUESDAY), fitting({ staff })).slots)).toEqual(["15:15"]);
  const tight = [person("anna", busy(["09:00", "15:50"]))];
  expect(timesOf(findSlots(onDay(TUESDAY), fitting({ staff: tight })).slots)).toEqual(["16:00", "16:15"]);
});

it("does not depend on how much of the day is asked for", () => {
  const staff = [person("anna", busy(["09:00", "14:00"]))];
  const range = between(`${TUESDAY} 14:10`, `${TUESDAY} 15:10`);
  expect(timesOf(findSlots(onDay(TUESDAY, range), fitting({ staff })).slots)).toEqual(["14:45", "15:00"]);
});

it("is nothing but off the grid for whoever may choose freely", () => {
  const data = fitting({ staff: [person("anna", busy(["09:00", "14:00"]))] });
  const startsAt = at(`${TUESDAY} 14:15`);
  expect(explainSlot({ ...onDay(TUESDAY), startsAt }, data)).toBe("off_grid");
  const exact = onDay(TUESDAY, { from: startsAt, until: startsAt + 1, isExact: true });
  expect(timesOf(findSlots(exact, data).slots)).toEqual(["14:15"]);
});
