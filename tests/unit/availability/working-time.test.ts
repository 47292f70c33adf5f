import { expect, it } from "vitest";
import { explainSlot } from "@/server/availability/rules/explain-slot";
import { findSlots } from "@/server/availability/rules/find-slots";
import { at, cut, onDay, person, salon, segment, TUESDAY, timesOf } from "./salon";

it("ends the day when the next appointment would pass the limit", () => {
  const staff = (booked: number) => [
    person("anna", { maxMinutesPerDay: 240, bookedMinutesPerDay: { [TUESDAY]: booked } }),
  ];
  expect(findSlots(onDay(TUESDAY), salon({ staff: staff(180) })).slots).toHaveLength(8);
  expect(findSlots(onDay(TUESDAY), salon({ staff: staff(181) })).reason).toBe("working_time_limit_reached");
  const question = { ...onDay(TUESDAY), startsAt: at(`${TUESDAY} 10:00`) };
  expect(explainSlot(question, salon({ staff: staff(181) }))).toBe("working_time_limit_reached");
});

it("counts a week from Monday to Sunday", () => {
  const bookedMinutesPerDay = { "2026-12-06": 600, "2026-12-07": 600, "2026-12-13": 541, "2026-12-14": 600 };
  const staff = [person("anna", { maxMinutesPerWeek: 1200, bookedMinutesPerDay })];
  const { slots } = findSlots(onDay("2026-12-13", { until: at("2026-12-15 00:00") }), salon({ staff }));
  expect(slots.map(({ startsAt }) => startsAt)).not.toContain(at("2026-12-13 09:00"));
  expect(slots[0]?.startsAt).toBe(at("2026-12-14 09:00"));
});

it("counts all that one person does in a chain, and nothing while they are free", () => {
  const segments = [segment(), segment({ position: 1, isStaffFree: true }), segment({ position: 2 })];
  const data = (maxMinutesPerDay: number) =>
    salon({ services: [cut({ segments })], staff: [person("anna", { maxMinutesPerDay })] });
  expect(timesOf(findSlots(onDay(TUESDAY), data(60)).slots)[0]).toBe("09:00");
  expect(findSlots(onDay(TUESDAY), data(59)).reason).toBe("working_time_limit_reached");
});

it("lets somebody else finish where a segment allows it", () => {
  const segments = [segment({ staffMode: "any" }), segment({ position: 1, staffMode: "any" })];
  const staff = [person("anna", { maxMinutesPerDay: 40 }), person("ben", { maxMinutesPerDay: 40 })];
  const [first] = findSlots(onDay(TUESDAY), salon({ services: [cut({ segments })], staff })).slots;
  expect(first?.segments.map(({ staffId }) => staffId)).toEqual(["anna", "ben"]);
});
