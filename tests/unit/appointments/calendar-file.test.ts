import { expect, it } from "vitest";
import { type CalendarEntry, toCalendarFile } from "@/server/appointments/rules/calendar-file";

const entry: CalendarEntry = {
  id: "0193a000-0000-7000-8000-000000000001",
  startsAt: new Date("2026-12-08T13:30:00Z"),
  endsAt: new Date("2026-12-08T14:15:00Z"),
  version: 3,
  updatedAt: new Date("2026-12-01T08:00:00Z"),
  timezone: "Europe/Berlin",
  title: "Damenhaarschnitt, Salon Lindner",
  location: "Salon Lindner, Königstraße 1, 10115 Berlin",
  description: "Anna Berg\n+49 30 23125100",
  isCancelled: false,
};
const linesOf = (changes: Partial<CalendarEntry> = {}) => toCalendarFile({ ...entry, ...changes }).split("\r\n");

it("says when by the branch's own clock, and brings that clock along", () => {
  const lines = linesOf();
  expect(lines).toContain("DTSTART;TZID=Europe/Berlin:20261208T143000");
  expect(lines).toContain("DTEND;TZID=Europe/Berlin:20261208T151500");
  const winter = lines.indexOf("DTSTART:20261025T030000");
  expect(lines.slice(winter - 1, winter + 4)).toEqual([
    "BEGIN:STANDARD",
    "DTSTART:20261025T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
  ]);
});

it("keeps the wall time across the change to summer time", () => {
  const summer = { startsAt: new Date("2027-03-29T12:30:00Z"), endsAt: new Date("2027-03-29T13:00:00Z") };
  expect(linesOf(summer)).toContain("DTSTART;TZID=Europe/Berlin:20270329T143000");
  expect(linesOf(summer)).toContain("DTSTART:20270328T020000");
});

it("describes a zone that never changes its clock", () => {
  const lines = linesOf({ timezone: "Asia/Kolkata" });
  expect(lines).toContain("DTSTART;TZID=Asia/Kolkata:20261208T190000");
  expect(lines.filter((line) => line.startsWith("TZOFFSET"))).toEqual(["TZOFFSETFROM:+0530", "TZOFFSETTO:+0530"]);
});

it("replaces its older copy, and takes a cancelled appointment back", () => {
  expect(linesOf()).toEqual(expect.arrayContaining(["METHOD:PUBLISH", "SEQUENCE:2", "STATUS:CONFIRMED"]));
  expect(linesOf({ isCancelled: true, version: 4 })).toEqual(
    expect.arrayContaining(["SEQUENCE:3", "STATUS:CANCELLED"]),
  );
});

it("escapes what has a meaning in the format and folds long lines between characters", () => {
  const title = `Färben; Schneiden, Föhnen \\ ${"ü".repeat(80)}`;
  const file = toCalendarFile({ ...entry, title });
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replaceAll("\r\n ", "")).toContain(`SUMMARY:Färben\\; Schneiden\\, Föhnen \\\\ ${"ü".repeat(80)}\r\n`);
  expect(file).toContain("DESCRIPTION:Anna Berg\\n+49 30 23125100");
});
