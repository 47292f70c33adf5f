import { expect, it } from "vitest";
import { hourOfDay, timeOfDay, timesOfDay } from "@/server/core/time-of-day";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

it.each([
  ["00:00", "00:00", "12:00 AM"],
  ["09:05", "09:05", "9:05 AM"],
  ["12:00", "12:00", "12:00 PM"],
  ["13:30", "13:30", "1:30 PM"],
  ["24:00", "24:00", "12:00 AM"],
])("says %s as a reader does", (time, german, english) => {
  expect(timeOfDay(time, "de")).toBe(german);
  expect(plain(timeOfDay(time, "en"))).toBe(english);
});

it.each([
  ["09:00", "12:00", "9:00 AM–12:00 PM"],
  ["14:00", "18:00", "2:00–6:00 PM"],
  ["00:00", "06:30", "12:00–6:30 AM"],
  ["00:00", "24:00", "12:00 AM–12:00 AM"],
])("says from %s until %s", (from, until, english) => {
  expect(timesOfDay({ from, until }, "de")).toBe(`${from}–${until}`);
  expect(plain(timesOfDay({ from, until }, "en"))).toBe(english);
});

it("says a full hour shortly, beside a day", () => {
  expect(hourOfDay(9, "de")).toBe("09:00");
  expect(plain(hourOfDay(9, "en"))).toBe("9 AM");
  expect(plain(hourOfDay(13, "en"))).toBe("1 PM");
});
