import { describe, expect, it } from "vitest";
import type { StaffCalendar } from "@/server/availability/rules/calendar-data";
import { findSlots } from "@/server/availability/rules/find-slots";
import type { SlotRequest } from "@/server/availability/rules/slot";
import { at, between, onDay, person, salon, TUESDAY, timesOf } from "./salon";

const morning = { ...onDay(TUESDAY), ...between(`${TUESDAY} 09:00`, `${TUESDAY} 12:00`) };

function chosen(staff: StaffCalendar[], wish: Partial<SlotRequest> = {}) {
  return findSlots({ ...morning, ...wish }, salon({ staff })).slots.map(({ staffId }) => staffId);
}

const busyFor = (from: string, until: string) => ({ busy: [between(`${TUESDAY} ${from}`, `${TUESDAY} ${until}`)] });

describe("any staff member", () => {
  it("is the least loaded that day, whoever comes first", () => {
    const staff = [person("anna", busyFor("13:00", "16:00")), person("ben", busyFor("13:00", "14:00"))];
    expect(chosen(staff)).toEqual(["ben", "ben", "ben"]);
  });

  it("counts only the load of the same day", () => {
    const yesterday = { busy: [between("2026-12-07 09:00", "2026-12-07 17:00")] };
    expect(chosen([person("anna", yesterday), person("ben", busyFor("16:00", "17:00"))])).toEqual([
      "anna",
      "anna",
      "anna",
    ]);
  });

  it("is whoever is free where the first choice is not", () => {
    const staff = [person("anna", busyFor("10:00", "11:00")), person("ben", busyFor("13:00", "17:00"))];
    expect(chosen(staff)).toEqual(["anna", "ben", "anna"]);
  });

  it("is in turn whoever was given an appointment longest ago, and the new one first", () => {
    const staff = [
      person("anna", { lastAssignedAt: at("2026-12-05 10:00") }),
      person("ben", { lastAssignedAt: at("2026-12-04 10:00") }),
    ];
    expect(chosen(staff, { strategy: "round_robin" })).toEqual(["ben", "ben", "ben"]);
    expect(chosen([...staff, person("cem")], { strategy: "round_robin" })).toEqual(["cem", "cem", "cem"]);
  });

  it("is the most proficient", () => {
    const offers = (proficiency: number) => ({ offers: [{ serviceId: "cut", proficiency }] });
    const staff = [person("anna", offers(2)), person("ben", { ...offers(5), ...busyFor("10:00", "11:00") })];
    expect(chosen(staff, { strategy: "highest_proficiency" })).toEqual(["ben", "anna", "ben"]);
  });

  it("is the customer's own as long as they are free, else the least loaded", () => {
    const staff = [
      person("anna", busyFor("13:00", "16:00")),
      person("ben"),
      person("cem", { busy: [...busyFor("10:00", "11:00").busy, ...busyFor("12:00", "17:00").busy] }),
    ];
    expect(chosen(staff, { strategy: "preferred", preferredStaffId: "cem" })).toEqual(["cem", "ben", "cem"]);
  });
});

it("offers each start once, although two could do it at different speeds", () => {
  const slow = person("ben", { offers: [{ serviceId: "cut", durationMinutes: 120 }] });
  const { slots } = findSlots(morning, salon({ staff: [person("anna"), slow] }));
  expect(timesOf(slots)).toEqual(["09:00", "10:00", "11:00"]);
});

it("lists everybody's slots when asked for each person", () => {
  const staff = [person("anna"), person("ben", busyFor("09:00", "11:00"))];
  expect(chosen(staff, { perStaff: true })).toEqual(["anna", "anna", "anna", "ben"]);
});

it("offers only the person who is wanted", () => {
  const parts: SlotRequest["parts"] = [{ serviceId: "cut", staffId: "ben" }];
  expect(chosen([person("anna"), person("ben", busyFor("09:00", "10:00"))], { parts })).toEqual(["ben", "ben"]);
});
