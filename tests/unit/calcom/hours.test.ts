import { describe, expect, it } from "vitest";
import { isSameWeek, ownerOfCalendar, toWeek } from "@/server/calcom/hours/rules";
import { addDays, fromWall } from "@/server/core/time";

const zone = "Europe/Berlin";
const MONDAY = "2026-03-02";
const on = (nr: number, from: number, until: number) => {
  const date = addDays(MONDAY, nr);
  return { from: fromWall(zone, date, from * 60), until: fromWall(zone, date, until * 60) };
};
const weekdays = (days: number) => Array.from({ length: days }, (_, nr) => nr).filter((nr) => nr % 7 < 5);

describe("a week as it is written over there", () => {
  it("is what most days follow, over a change of the clock too; others stand by their date", () => {
    const working = weekdays(35).flatMap((nr) => {
      if (nr === 9) return [];
      if (nr === 15) return [on(nr, 12, 20)];
      return [on(nr, 9, 13), on(nr, 14, 18)];
    });
    const week = toWeek({ zone, date: MONDAY, days: 35, working });
    const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    expect(week.availability).toEqual([
      { days, startTime: "09:00", endTime: "13:00" },
      { days, startTime: "14:00", endTime: "18:00" },
    ]);
    expect(week.overrides).toEqual([
      { date: addDays(MONDAY, 9), startTime: "00:00", endTime: "00:00" },
      { date: addDays(MONDAY, 15), startTime: "12:00", endTime: "20:00" },
    ]);
  });

  it("divides what goes on past midnight between both days", () => {
    const working = [0, 7, 14].map((nr) => on(nr, 20, 26));
    expect(toWeek({ zone, date: MONDAY, days: 21, working }).availability).toEqual([
      { days: ["Tuesday"], startTime: "00:00", endTime: "02:00" },
      { days: ["Monday"], startTime: "20:00", endTime: "23:59" },
    ]);
  });

  it("is the same in whatever order it is written", () => {
    const hours = { startTime: "09:00", endTime: "17:00" };
    const together = { availability: [{ days: ["Monday", "Friday"], ...hours }], overrides: [] };
    const apart = { availability: ["Friday", "Monday"].map((day) => ({ days: [day], ...hours })), overrides: [] };
    expect(isSameWeek(together, apart)).toBe(true);
    expect(isSameWeek(together, { ...apart, overrides: [{ date: MONDAY, ...hours }] })).toBe(false);
  });
});

it("says whose calendar it is: by its address, else the key's owner's, and nobody's when it is not selected", () => {
  const people = [
    { staffId: "anna", calcomUserId: 1, email: "Anna@salon.example" },
    { staffId: "berta", calcomUserId: 2, email: null },
  ];
  const of = (externalId: string, isSelected = true) =>
    ownerOfCalendar({ externalId, isSelected }, { people, keyOwnerId: 2 });
  expect([of("anna@salon.example"), of("holidays@group"), of("anna@salon.example", false)]).toEqual([
    "anna",
    "berta",
    null,
  ]);
});
