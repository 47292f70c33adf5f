import { expect, it } from "vitest";
import { findSlots } from "@/server/availability/rules/find-slots";
import type { Slot } from "@/server/availability/rules/slot";
import { limitKeys, limitPassed, limitsOf, limitsTouched } from "@/server/availability/rules/slot-limits";
import { cut, onDay, person, salon, TUESDAY } from "./salon";

const [slot] = findSlots(onDay(TUESDAY), salon()).slots as [Slot];
const limited = (overrides: object, maxPerDay: number | null = null) =>
  limitsOf(salon({ staff: [person("anna", overrides), person("ben")], services: [cut({ maxPerDay })] }));

it("has nothing to count where nothing is limited", () => {
  expect(limited({})).toBeNull();
  expect(limitsOf(salon({ services: [cut({ maxPerDay: null })] }))).toBeNull();
});

it("counts only for those who are taken", () => {
  const ofBen = limitsOf(salon({ staff: [person("anna"), person("ben", { maxMinutesPerDay: 60 })] }));
  expect(ofBen && limitsTouched(ofBen, slot)).toBeNull();
  const ofAnna = limited({ maxMinutesPerDay: 60 });
  expect(ofAnna && limitsTouched(ofAnna, slot)?.staff).toHaveLength(1);
  const session = { ...slot, session: { id: "yoga", placesLeft: 1 } };
  expect(ofAnna && limitsTouched(ofAnna, session)).toBeNull();
});

it("has one key for a person's week and one for a service's day", () => {
  const limits = limited({ maxMinutesPerWeek: 600 }, 2);
  const later = { ...slot, startsAt: slot.startsAt + 86_400_000 };
  expect(limits && limitKeys(limits, slot)).toHaveLength(2);
  expect(limits && limitKeys(limits, later)[0]).toBe(limits && limitKeys(limits, slot)[0]);
});

it("names the limit that was passed, and none when it is just reached", () => {
  const limits = limited({ maxMinutesPerDay: 60 }, 2);
  const passed = (minutes: number, times: number, day = TUESDAY) =>
    limits &&
    limitPassed(limits, {
      slot,
      booked: { minutes: [{ staffId: "anna", day, booked: minutes }], services: [{ id: "cut", day, booked: times }] },
    });
  expect(passed(60, 2)).toBeNull();
  expect(passed(61, 2)).toBe("working_time_limit_reached");
  expect(passed(60, 3)).toBe("daily_limit_reached");
  expect(passed(61, 3, "2026-12-10")).toBeNull();
});
